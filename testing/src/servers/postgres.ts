import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findProgram } from '../machine/find-program.ts';
import { onFreePort } from '../ports/free-port.ts';
import { type GuardedProcess, startGuarded } from './guarded-process.ts';
import { ordinaryUser } from './ordinary-user.ts';

export interface PostgresServer {
  /**
   * Makes an empty database; answers its `postgres://` URL, password included.
   * @param like the URL of one that nobody is connected to: all that is in it is in the new one
   */
  createDatabase(like?: string): Promise<string>;
  /** Shuts down as `pg_ctl stop -m MODE` does, keeping the data; resolves when the server is gone. */
  halt(mode: keyof typeof haltSignals): Promise<void>;
  /** Starts again on the same address after `halt`. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** PostgreSQL manual, §18.5: `fast` ends every session at once, `immediate` is a crash. */
const haltSignals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

export const postgresPrograms: readonly string[] = ['initdb', 'postgres'];

/** A PostgreSQL of its own in a temporary folder, on a free port, with a password. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'signet-pg-'));
  const password = randomBytes(16).toString('hex');
  await initialise(folder, password);
  return onFreePort(async (port) => {
    const starts = [await run(folder, port)];
    const address = `postgres://signet:${password}@127.0.0.1:${port}`;
    return {
      createDatabase: (like) => createDatabase(address, like),
      halt: (mode) => halt(folder, haltSignals[mode]),
      async resume() {
        starts.push(await run(folder, port));
      },
      async stop() {
        for (const start of starts.toReversed()) await start.stop();
      },
    };
  });
}

function run(folder: string, port: number): Promise<GuardedProcess> {
  // What a crash of PostgreSQL leaves is in the pages of the system, which no test ends: nothing need reach the disk.
  const quick = ['shared_buffers=16MB', 'fsync=off', 'full_page_writes=off'].flatMap((each) => ['-c', each]);
  const settings = ['-p', String(port), '-h', '127.0.0.1', '-k', folder, ...quick];
  return startGuarded({
    command: program('postgres'),
    parameters: ['-D', `${folder}/data`, ...settings],
    folder,
    stopSignal: 'INT',
    ready: /ready to accept connections/,
    ...ordinaryUser(),
  });
}

/** The file with the process's number goes when the process does. */
async function halt(folder: string, signal: NodeJS.Signals): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid');
  const [line = ''] = (await readFile(file, 'utf8')).split('\n');
  process.kill(Number(line), signal);
  while (existsSync(file)) await new Promise(setImmediate);
}

async function initialise(folder: string, password: string): Promise<void> {
  const user = ordinaryUser();
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) for (const path of [folder, passwordFile]) await chown(path, user.uid, user.gid);
  const parameters = [
    '-D',
    `${folder}/data`,
    '-U',
    'signet',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
  ];
  await promisify(execFile)(program('initdb'), [...parameters, '--no-sync', `--pwfile=${passwordFile}`], {
    cwd: folder,
    ...user,
  });
}

async function createDatabase(address: string, like: string | undefined): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = like === undefined ? '' : ` template ${new URL(like).pathname.slice(1)}`;
  await runStatements(`${address}/postgres`, [`create database ${name}${template}`]);
  return `${address}/${name}`;
}

/** Runs them one after another on one connection, without a deadline; answers the rows of the last. */
export async function runStatements(
  url: string,
  statements: readonly string[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** `initdb` and `postgres` must be of one version, so both are taken from the folder of the first. */
function program(name: string): string {
  const initdb = findProgram('initdb');
  if (initdb === undefined) throw new Error('PostgreSQL is not installed.');
  return findProgram(name) ?? join(dirname(initdb), name);
}
