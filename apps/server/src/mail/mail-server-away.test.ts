import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClocks, wallTime } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { describe, expect, it } from 'vitest';
import { startMailServer } from '../testing/mail-server.ts';
import { startSignet } from '../testing/running-signet.ts';
import { bearer, signIn } from '../testing/session.ts';

const minute = 60_000;

describe('a mail that was asked for', () => {
  it('waits for a mail server that is away, and over a restart of Signet', async () => {
    using folder = temporaryFolder();
    const data = join(folder.path, 'data');
    const port = await freePort();
    const file = join(folder.path, 'signet.yaml');
    const by = (to: number) =>
      writeFileSync(
        file,
        `version: 1\nmail: { from: no-reply@login.example, smtp: { server: 'smtp://127.0.0.1:${to}' } }\n`,
      );
    const start = (clocks = systemClocks) => startSignet(data, { flags: { config: file }, clocks });
    by(port);
    const first = await start();
    const { accessToken } = await signIn(first.web, 'admin', first.password('admin'), {
      newPassword: 'otter lamp gravel',
      audience: `${first.web}/admin`,
    });
    const sent = await fetch(`${first.web}/admin/mail/tests`, {
      method: 'POST',
      headers: { ...bearer(accessToken).headers, 'content-type': 'application/json' },
      body: JSON.stringify({ to: 'ada@example.org', language: 'de' }),
    });
    expect(await sent.json()).toEqual({ to: 'ada@example.org', by: 'smtp', waiting: 1 });
    expect(await first.loggedLine('A mail could not be sent; it is tried again')).toMatchObject({
      kind: 'test',
    });
    expect(first.logged()).not.toContain('ada@example.org');
    await first.close();

    await using server = await startMailServer();
    by(server.port);
    const second = await start({ ...systemClocks, wall: () => wallTime(systemClocks.wall() + minute) });
    const { to, message } = await server.mail(0);
    expect(to).toEqual(['ada@example.org']);
    expect(message).toContain('Mail von localhost');
    await second.close();
    expect(server.received).toHaveLength(1);
  });
});
