import type { MailSender, SmtpConfiguration } from '@signet/contracts';
import type { Post } from '@signet/identity/ports';
import { createTransport } from 'nodemailer';
import { compose } from './compose.ts';

/** Milliseconds; together below what the mailroom waits before it sends a mail again. */
const deadlines = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

export interface SmtpPost extends Post {
  close(): void;
}

/**
 * Sends by a mail server (RFC 5321). Nothing is told to one that cannot be spoken to in private, unless it is on this
 * machine; its certificate must be one for its name.
 */
export function createSmtpPost(options: {
  readonly server: Pick<SmtpConfiguration, 'host' | 'port' | 'tls'>;
  readonly signIn?: { readonly username: string; readonly password: () => string };
  readonly from: MailSender;
  /** What `EHLO` calls this machine. */
  readonly name: string;
}): SmtpPost {
  const { server, signIn, from } = options;
  const open = (password: string | undefined) => ({
    password,
    transport: createTransport({
      host: server.host,
      port: server.port,
      secure: server.tls === 'implicit',
      requireTLS: server.tls === 'starttls' && !isLoopback(server.host),
      ...(signIn === undefined ? {} : { auth: { user: signIn.username, pass: password } }),
      name: options.name,
      pool: true,
      maxConnections: 4,
      ...deadlines,
    }),
  });
  let opened = open(signIn?.password());

  /** With the password of now: connections that signed in with another one end once they are done. */
  function transportOfNow() {
    const password = signIn?.password();
    if (password === opened.password) return opened.transport;
    opened.transport.close();
    opened = open(password);
    return opened.transport;
  }

  return {
    by: 'smtp',
    async send(mail) {
      try {
        await transportOfNow().sendMail(compose(mail, from));
        return 'sent';
      } catch (error) {
        const { code, responseCode = 0, command } = error as SmtpFailure;
        if (code === undefined) throw error;
        // Of this receiver or this content the server wants nothing, now or later (RFC 5321 §4.2.1).
        if (responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')) return 'refused';
        throw new Error(`The mail server did not take a mail: ${reasonOf(error as SmtpFailure)}`);
      }
    },
    close: () => opened.transport.close(),
  };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Codes alone: what servers write in their answers names receivers. */
function reasonOf({ code, responseCode, command }: SmtpFailure): string {
  return [code, responseCode, command].filter((part) => part !== undefined).join(' ');
}

/** What the library throws of servers; without a code, it is a bug. */
interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}
