import type { MailId, MailLanguage } from '@signet/contracts';

/** A mail as it leaves. */
export interface Mail {
  readonly id: MailId;
  /** As `readEmailAddress` gives it: nothing in it ends a header or a command. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: MailLanguage;
  /** Milliseconds since the epoch: when it was asked for. */
  readonly date: number;
}

/** The way by which mail leaves. */
export interface Post {
  readonly by: 'smtp' | 'outbox';
  /**
   * `sent` once the other side has it durably; `refused` where it never will. Rejects where it may take it later, with
   * a message for the log that names neither receiver nor content.
   */
  send(mail: Mail): Promise<'sent' | 'refused'>;
}
