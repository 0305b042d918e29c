import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { aLetter, postContract } from '@signet/identity/ports/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { describe, expect, it } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { testCertificate } from '../testing/certificates.ts';
import { startMailServer } from '../testing/mail-server.ts';
import { createOutboxPost } from './outbox-post.ts';
import { createSmtpPost } from './smtp-post.ts';

const from = Object.freeze({ name: 'Signet', address: 'no-reply@login.example' });

function smtpTo(port: number, more: Partial<Parameters<typeof createSmtpPost>[0]> = {}) {
  const server = { host: '127.0.0.1', port, tls: 'starttls' } as const;
  return createSmtpPost({ server, from, name: 'login.example', ...more });
}

function outboxIn(folder: string) {
  const lines: string[] = [];
  const log = makeLogger('debug', { write: (line: string) => void lines.push(line) });
  return { post: createOutboxPost({ folder, from, log }), logged: () => lines.join('') };
}

postContract('SMTP', async () => {
  const server = await startMailServer();
  const post = smtpTo(server.port);
  return {
    adapter: { post, received: () => server.received.map(({ message }) => message) },
    async [Symbol.asyncDispose]() {
      post.close();
      await server[Symbol.asyncDispose]();
    },
  };
});

postContract('outbox', async () => {
  const folder = temporaryFolder();
  const outbox = join(folder.path, 'outbox');
  const received = () => readdirSync(outbox).map((name) => readFileSync(join(outbox, name), 'utf8'));
  return {
    adapter: { post: outboxIn(outbox).post, received },
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
});

describe('a mail by SMTP', () => {
  it('goes to the one receiver by the sender of the configuration', async () => {
    await using server = await startMailServer();
    const post = smtpTo(server.port);
    await post.send(aLetter());
    post.close();
    expect(server.received).toMatchObject([{ from: from.address, to: ['ada@example.org'] }]);
  });

  it('is refused for good where the server knows no such receiver, and can be tried again where it is busy', async () => {
    const answer = (code: number) =>
      Object.assign(new Error('ada@example.org is not here'), { responseCode: code });
    for (const [code, outcome] of [
      [550, 'refused'],
      [451, 'The mail server did not take a mail: EENVELOPE 451 RCPT TO'],
    ] as const) {
      await using server = await startMailServer({
        onRcptTo: (_address, _session, done) => done(answer(code)),
      });
      const post = smtpTo(server.port);
      expect(await post.send(aLetter()).catch((error: Error) => error.message)).toBe(outcome);
      post.close();
    }
  });

  it('can be tried again where nobody listens', async () => {
    const post = smtpTo(await freePort());
    await expect(post.send(aLetter())).rejects.toThrow('The mail server did not take a mail: ESOCKET');
    post.close();
  });

  it('tells nothing, not even its password, to a server elsewhere that offers no TLS', async () => {
    const users: unknown[] = [];
    await using server = await startMailServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (auth, _session, done) => done(null, { user: users.push(auth) }),
    });
    // Not written as loopback is, and leads there all the same: as an address elsewhere does for the client.
    const elsewhere = { host: '0.0.0.0', port: server.port, tls: 'starttls' } as const;
    const post = smtpTo(server.port, {
      server: elsewhere,
      signIn: { username: 'signet', password: () => 'secret' },
    });
    await expect(post.send(aLetter())).rejects.toThrow('The mail server did not take a mail: ETLS');
    post.close();
    expect([server.received, users]).toEqual([[], []]);
  });

  it('tells nothing to a server whose certificate is not to be believed', async () => {
    const { certificate: cert, key } = testCertificate();
    await using server = await startMailServer({ cert, key, secure: true });
    const implicit = { host: '127.0.0.1', port: server.port, tls: 'implicit' } as const;
    const post = smtpTo(server.port, { server: implicit });
    await expect(post.send(aLetter())).rejects.toThrow('The mail server did not take a mail: ESOCKET');
    post.close();
    expect(server.received).toEqual([]);
  });
});

describe('a mail in the outbox', () => {
  it('is a file for its owner alone, which the log names without what is in it', async () => {
    using folder = temporaryFolder();
    const outbox = join(folder.path, 'outbox');
    const { post, logged } = outboxIn(outbox);
    await post.send(aLetter({ text: 'https://login.example/secret-link', to: 'ada@example.org' }));
    const [name = ''] = readdirSync(outbox);
    expect(statSync(outbox).mode & 0o777).toBe(0o700);
    expect(statSync(join(outbox, name)).mode & 0o777).toBe(0o600);
    expect(logged()).toContain(name);
    expect(logged()).not.toMatch(/secret-link|ada@/);
  });

  it('pushes out the oldest when there are more than five hundred', async () => {
    using folder = temporaryFolder();
    const outbox = join(folder.path, 'outbox');
    const { post } = outboxIn(outbox);
    const day = 86_400_000;
    const first = aLetter({ date: day });
    await post.send(first);
    for (let count = 0; count < 500; count += 1) await post.send(aLetter({ date: 2 * day }));
    const names = readdirSync(outbox);
    expect(names).toHaveLength(500);
    expect(names.join()).not.toContain(first.id);
  });
});
