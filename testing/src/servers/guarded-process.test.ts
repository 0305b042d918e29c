import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeWithRedis } from '../suites/describe-with-servers.ts';

const program = `
  import { startRedis } from ${JSON.stringify(new URL('./redis.ts', import.meta.url).href)};
  const { url } = await startRedis();
  process.stdout.write(url);
  setInterval(() => {}, 1000);
`;

describeWithRedis('a server that the tests started', () => {
  it('ends and takes its folder with it when the tests are killed', async () => {
    const tests = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = await once(tests.stdout, 'data');
    const { Redis } = await import('ioredis');
    const redis = new Redis(String(url), { retryStrategy: () => null });
    redis.on('error', () => undefined);
    const folder = String(((await redis.config('GET', 'dir')) as string[])[1]);
    expect(existsSync(folder)).toBe(true);
    const gone = once(redis, 'end');
    tests.kill('SIGKILL');
    await gone;
    while (existsSync(folder)) await new Promise(setImmediate);
  });
});
