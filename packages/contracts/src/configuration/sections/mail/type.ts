import type { SecretReference } from '../../fields/secret-reference.ts';

/** How Signet writes to people. */
export interface MailConfiguration {
  /** As it stands in `From`. Absent: `Signet <no-reply@…>` at the host of the identity provider. */
  readonly from?: MailSender | undefined;
  /** Absent: mail is put into the outbox of the data folder. */
  readonly smtp?: SmtpConfiguration | undefined;
  /** A folder of texts that replace ours, relative to the configuration. */
  readonly templates?: string | undefined;
}

export interface MailSender {
  readonly name: string;
  readonly address: string;
}

export interface SmtpConfiguration {
  readonly host: string;
  readonly port: number;
  /** From the first byte, or asked for by STARTTLS before anything is told. */
  readonly tls: 'implicit' | 'starttls';
  readonly username?: string | undefined;
  readonly password?: SecretReference | undefined;
}
