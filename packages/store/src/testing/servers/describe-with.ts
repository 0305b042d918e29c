import { afterAll, beforeAll, describe } from 'vitest';
import { findProgram } from './find-program.ts';
import { type NginxServer, nginxPrograms, startNginx } from './nginx.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from './postgres.ts';
import { type RedisServer, redisPrograms, startRedis } from './redis.ts';

/** Tests that need a real PostgreSQL. It runs from before the first of them until after the last. */
export function describeWithPostgres(name: string, tests: (server: () => PostgresServer) => void): void {
  describeWith(name, postgresPrograms, startPostgres, tests);
}

/** Tests that need a real Redis. It runs from before the first of them until after the last. */
export function describeWithRedis(name: string, tests: (server: () => RedisServer) => void): void {
  describeWith(name, redisPrograms, startRedis, tests);
}

/** Tests that need a real nginx, with the inside of its `server` block. It runs from before the first of them until after the last. */
export function describeWithNginx(
  name: string,
  server: string,
  tests: (server: () => NginxServer) => void,
): void {
  describeWith(name, nginxPrograms, () => startNginx(server), tests);
}

/** On a machine without the programs the tests are left out, and say so; with CI set that is a failure. */
function describeWith<Server extends { stop(): Promise<void> }>(
  name: string,
  programs: readonly string[],
  start: () => Promise<Server>,
  tests: (server: () => Server) => void,
): void {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  if (missing.length > 0) reportMissing(name, missing);
  describe.skipIf(missing.length > 0)(name, () => {
    let server: Server | undefined;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(() => server?.stop());
    tests(() => {
      if (server === undefined) throw new Error('The server runs only while the tests do.');
      return server;
    });
  });
}

function reportMissing(name: string, missing: readonly string[]): void {
  const message = `LEFT OUT: "${name}" needs ${missing.join(' and ')}, not found on this machine.`;
  if (process.env['CI'] !== undefined) throw new Error(message);
  process.stderr.write(`\n${message}\n`);
}
