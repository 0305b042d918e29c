import { argon2Sync, createHash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@signet/store';
import { runStatements } from '@signet/testing/servers';
import type { IdentitySite } from '../site.ts';
import { type FillWith, fillStatements, postgresWords, sqliteWords } from './fill-statements.ts';

/** Writes a population into an empty database, by its own statements: a million sign-ins would take half a day. */
export async function fill(
  database: NonNullable<IdentitySite['database']>,
  given: Omit<FillWith, 'passwordHash'>,
): Promise<void> {
  const opened = await openDatabase(database);
  await opened.close();
  const filling = { ...given, passwordHash: hashOf(given.password) };
  if ('file' in database) fillSqlite(database.file, filling);
  else await fillPostgres(database.url, filling);
}

function fillSqlite(file: string, filling: FillWith): void {
  using database = new DatabaseSync(file);
  database.function('sha256_hex', { deterministic: true }, (text) =>
    createHash('sha256').update(String(text)).digest('hex'),
  );
  // Nothing of it has to outlive the machine.
  database.exec('pragma foreign_keys = off; pragma synchronous = off; pragma cache_size = -1000000; begin');
  for (const statement of fillStatements(filling, sqliteWords)) database.exec(statement);
  database.exec('commit; pragma wal_checkpoint(truncate)');
}

async function fillPostgres(url: string, filling: FillWith): Promise<void> {
  const statements = fillStatements(filling, postgresWords);
  await runStatements(url, ['set synchronous_commit = off', ...statements, 'vacuum analyze']);
}

/** As Signet stores them: argon2id, 19 MiB, two passes. */
function hashOf(password: string): string {
  const nonce = randomBytes(16);
  const hash = argon2Sync('argon2id', {
    message: password,
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: 19_456,
    passes: 2,
  });
  const [salt, tag] = [nonce, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''));
  return `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${tag}`;
}
