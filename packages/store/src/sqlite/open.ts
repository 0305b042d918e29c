import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { refusal, SignetError } from '@signet/contracts';
import { Kysely } from 'kysely';
import type { Database } from '../sql/database.ts';
import { migrate } from '../sql/migrations/migrate.ts';
import type { Schema } from '../sql/schema.ts';
import { nodeSqliteDialect } from './dialect.ts';

export interface SqliteLocation {
  /** Path of the file; it is made when absent, its folder is not. */
  readonly file: string;
}

/** How long opening the file waits for another process, in milliseconds; the whole process waits with it. */
const openingWait = 5000;

/**
 * Opens the file for its owner alone, with every commit on disk before it is acknowledged. Other processes may have
 * it open too; who waits for one of them then lets this process go on.
 */
export async function openSqlite({ file }: SqliteLocation): Promise<Database> {
  const database = openFile(file);
  const query = new Kysely<Schema>({ dialect: nodeSqliteDialect(database) });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    database.exec('pragma busy_timeout = 0');
    await migrate('sqlite', query as Kysely<unknown>);
  } catch (error) {
    await query.destroy();
    if (database.isOpen) database.close();
    throw atStart(file, error);
  }
  return { kind: 'sqlite', query, close: () => query.destroy() };
}

function openFile(file: string): DatabaseSync {
  try {
    closeSync(openSync(file, 'a', 0o600));
    // SQLite gives its -wal and -shm files the mode of this one.
    chmodSync(file, 0o600);
    return new DatabaseSync(file, { timeout: openingWait });
  } catch (error) {
    throw notWritable(file, error);
  }
}

function notWritable(file: string, error: unknown): SignetError {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return new SignetError(refusal('data_folder_not_writable.database_file', { file, reason }), {
    cause: error,
  });
}

/** SQLite result codes (sqlite.org/rescode.html): a file system or a user that does not let us write. */
const writeFailures = new Set([8, 10, 13, 14]);

/** Before anything runs, what fails is told to the operator, in full. */
function atStart(file: string, error: unknown): SignetError {
  if (!(error instanceof SignetError)) return unusable(file, error);
  return error.code === 'store_unavailable'
    ? unusable(file, error.cause ?? { errstr: error.internal })
    : error;
}

function unusable(file: string, error: unknown): SignetError {
  const result = (error as { errcode?: number }).errcode ?? 0;
  if (writeFailures.has(result & 0xff)) return notWritable(file, error);
  const reason = (error as { errstr?: string }).errstr ?? 'an unexpected failure';
  return new SignetError(refusal('database_unreachable.sqlite', { file, reason }), { cause: error });
}
