import type { MailId } from '@signet/contracts';

/**
 * What is to be written to somebody, before it is written: so that whoever asks for a mail waits for no mail server,
 * and is answered alike whether or not anybody is there to be written to. It holds no secret that a mail will carry.
 */
export interface QueuedMail {
  readonly id: MailId;
  /** What to write, as JSON. */
  readonly errand: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly queuedAt: number;
  /** How often it was taken before. */
  readonly attempts: number;
}

export interface MailQueue {
  /** Durable when it answers `added`. `full` where `most` are waiting already. */
  add(mail: Pick<QueuedMail, 'id' | 'errand' | 'queuedAt'>, most: number): Promise<'added' | 'full'>;
  /**
   * At most `limit` of those that are due `now`, the longest due first. Nobody else is handed the same ones until
   * `until`, when they are due again: who took them may have died.
   */
  take(now: number, until: number, limit: number): Promise<readonly QueuedMail[]>;
  /** To be taken again when `dueAt` has come. */
  postpone(id: MailId, dueAt: number): Promise<void>;
  remove(id: MailId): Promise<void>;
  waiting(): Promise<number>;
}
