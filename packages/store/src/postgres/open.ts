import { SignetError } from '@signet/contracts';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../sql/database.ts';
import { migrate } from '../sql/migrations/migrate.ts';
import type { Schema } from '../sql/schema.ts';
import { codeOf } from './failure.ts';
import { GuardedPool } from './guarded-pool.ts';
import { StoreClient } from './store-client.ts';

export interface PostgresLocation {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Hears the SQLSTATE or system code when a connection is lost, idle or not; the next query opens another. */
  readonly onConnectionLost?: (code: string) => void;
}

/** Opens a pool and brings the schema up to date. No error ever carries the URL: it holds the password. */
export async function openPostgres({ url, onConnectionLost }: PostgresLocation): Promise<Database> {
  const pool = openPool(url);
  pool.on('connect', (client) => {
    if (client instanceof StoreClient) client.onLost((code) => onConnectionLost?.(code));
  });
  // The pool repeats what the connection has said, and ends the process if nobody listens.
  pool.on('error', () => undefined);
  const query = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: new GuardedPool(pool) }) });
  try {
    await migrate('postgres', query as Kysely<unknown>);
  } catch (error) {
    await query.destroy();
    throw atStart(error);
  }
  return { kind: 'postgres', query, close: () => query.destroy() };
}

function openPool(url: string): pg.Pool {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url)) throw unreachable('not a postgres:// address');
  return new pg.Pool({
    Client: StoreClient,
    connectionString: url,
    application_name: 'signet',
    max: 10,
    connectionTimeoutMillis: 5000,
    // A transaction that hangs must not keep the revocation counter locked.
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser },
  });
}

const int8 = 20;

/** Our bigints are milliseconds and sequence numbers, all within the safe integers. */
const getTypeParser: typeof pg.types.getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser;

/** Before anything runs, what fails is told to the operator, in full. */
function atStart(error: unknown): SignetError {
  if (!(error instanceof SignetError)) return unreachable(codeOf(error));
  return error.internal === undefined ? error : unreachable(error.internal);
}

function unreachable(actual: string): SignetError {
  return new SignetError({
    code: 'database_unreachable',
    sentence: `The PostgreSQL database cannot be used (${actual}).`,
    expected:
      'a PostgreSQL server that answers at the address in DATABASE_URL and lets this user make tables',
    actual,
    fix: 'Check that the server runs, and the host, port, user, password and database name in DATABASE_URL.',
  });
}
