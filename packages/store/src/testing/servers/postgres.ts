import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findProgram } from './find-program.ts';
import { onFreePort } from './free-port.ts';
import { startGuarded } from './guarded-process.ts';
import { ordinaryUser } from './ordinary-user.ts';

export interface PostgresServer {
  /** Makes an empty database; answers its `postgres://` URL, password included. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

export const postgresPrograms: readonly string[] = ['initdb', 'postgres'];

/** A PostgreSQL of its own in a temporary folder, on a free port, with a password. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'signet-pg-'));
  const password = randomBytes(16).toString('hex');
  await initialise(folder, password);
  return onFreePort(async (port) => {
    const server = await startGuarded({
      command: program('postgres'),
      parameters: [
        '-D',
        `${folder}/data`,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        folder,
        '-c',
        'shared_buffers=16MB',
      ],
      folder,
      stopSignal: 'INT',
      ready: /ready to accept connections/,
      ...ordinaryUser(),
    });
    const address = `postgres://signet:${password}@127.0.0.1:${port}`;
    return { createDatabase: () => createDatabase(address), stop: server.stop };
  });
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

async function createDatabase(address: string): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = new pg.Client(`${address}/postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${address}/${name}`;
}

/** `initdb` and `postgres` must be of one version, so both are taken from the folder of the first. */
function program(name: string): string {
  const initdb = findProgram('initdb');
  if (initdb === undefined) throw new Error('PostgreSQL is not installed.');
  return findProgram(name) ?? join(dirname(initdb), name);
}
