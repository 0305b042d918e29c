import { afterAll, beforeAll } from 'vitest';
import { findProgram } from '../machine/find-program.ts';
import { type NginxServer, nginxPrograms, startNginx } from '../servers/nginx.ts';
import { type PostgresServer, postgresPrograms, startPostgres } from '../servers/postgres.ts';
import { type RedisServer, redisPrograms, startRedis } from '../servers/redis.ts';
import { describeUnlessMissing } from './leave-out.ts';

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

function describeWith<Server extends { stop(): Promise<void> }>(
  name: string,
  programs: readonly string[],
  start: () => Promise<Server>,
  tests: (server: () => Server) => void,
): void {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  describeUnlessMissing(name, missing.length === 0 ? undefined : missing.join(' and '), () => {
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
