import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on a port of its own. */
export interface MailServer extends AsyncDisposable {
  readonly port: number;
  /** What it took, each as it came. */
  readonly received: readonly ReceivedMail[];
  /** Resolves with the mail of this number, the first being 0, once it is here. */
  mail(number: number): Promise<ReceivedMail>;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
  /** It came over TLS, and who signed in. */
  readonly secure: boolean;
  readonly user: string | undefined;
}

/** Takes mail for everybody, without TLS and sign-in, unless told otherwise. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const arrived = new EventEmitter();
  const server = new SMTPServer({
    disabledCommands: options.key === undefined ? ['STARTTLS', 'AUTH'] : [],
    authOptional: true,
    ...options,
    onData(stream, session, done) {
      void text(stream).then((message) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          message,
          secure: session.secure === true,
          user: session.user === undefined ? undefined : String(session.user),
        });
        done();
        arrived.emit('mail');
      }, done);
    },
  });
  // A client that hangs up on purpose is no failure of the server.
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    async mail(number) {
      while (received[number] === undefined) await once(arrived, 'mail');
      return received[number];
    },
    async [Symbol.asyncDispose]() {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(resolve);
      await promise;
    },
  };
}
