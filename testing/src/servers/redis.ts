import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../machine/find-program.ts';
import { onFreePort } from '../ports/free-port.ts';
import { startGuarded } from './guarded-process.ts';

export interface RedisServer {
  /** `redis://:password@127.0.0.1:port`. */
  readonly url: string;
  stop(): Promise<void>;
}

export const redisPrograms: readonly string[] = ['redis-server'];

/** A Redis of its own without anything on disk, on a free port or the given one, with a password. */
export function startRedis(fixed?: { readonly url: string }): Promise<RedisServer> {
  const earlier = fixed && new URL(fixed.url);
  const password = earlier?.password ?? randomBytes(16).toString('hex');
  return earlier === undefined
    ? onFreePort((port) => startOn(port, password))
    : startOn(Number(earlier.port), password);
}

async function startOn(port: number, password: string): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'signet-redis-'));
  // In a file rather than a parameter: parameters show in the list of processes.
  const settings = `bind 127.0.0.1\nport ${port}\nrequirepass ${password}\nsave ""\nappendonly no\ndir ${folder}\n`;
  await writeFile(join(folder, 'redis.conf'), settings, { mode: 0o600 });
  const server = await startGuarded({
    command: findProgram('redis-server') ?? 'redis-server',
    parameters: [join(folder, 'redis.conf')],
    folder,
    stopSignal: 'TERM',
    ready: /Ready to accept connections/,
  });
  return { url: `redis://:${password}@127.0.0.1:${port}`, stop: server.stop };
}
