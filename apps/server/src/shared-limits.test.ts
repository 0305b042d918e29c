import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { expect, it, onTestFinished } from 'vitest';
import { startSignet } from './testing/running-signet.ts';
import { signIn } from './testing/session.ts';

describeWithPostgres('two nodes on one PostgreSQL', (postgres) => {
  it('slow who guesses at one of them at the other as well, before they have guessed there', async () => {
    const folder = temporaryFolder();
    onTestFinished(() => folder[Symbol.dispose]());
    const environment = {
      DATABASE_URL: await postgres().createDatabase(),
      SIGNET_MASTER_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
    };
    const start = async (name: string, flags: Record<string, string> = {}) => {
      const dataFolder = join(folder.path, name);
      mkdirSync(dataFolder);
      const node = await startSignet(dataFolder, { environment, flags });
      onTestFinished(() => node.close());
      return node;
    };
    const first = await start('first');
    const second = await start('second', { issuer: first.web, gatewayOrigin: first.gateway });
    const guess = (web: string) =>
      signIn(web, 'demo', 'a wrong one').then(
        () => 'signed in',
        ({ code }) => code,
      );
    for (let turn = 0; turn < 10; turn += 1) expect(await guess(first.web)).toBe('credentials_invalid');
    // Six guesses at most, of which the second node alone would take ten.
    await expect.poll(() => guess(second.web), { interval: 1500, timeout: 9000 }).toBe('login_throttled');
  });
});
