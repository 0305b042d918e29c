import { SignetError } from '@signet/contracts';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from '../sql/database.ts';
import { migrate } from '../sql/migrations/migrate.ts';
import type { Schema } from '../sql/schema.ts';

export interface PostgresLocation {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Hears the SQLSTATE or system code when an idle connection is lost; the next query opens another. */
  readonly onConnectionLost?: (code: string) => void;
}

/** Opens a pool and brings the schema up to date. No error ever carries the URL: it holds the password. */
export async function openPostgres({ url, onConnectionLost }: PostgresLocation): Promise<Database> {
  const pool = openPool(url);
  pool.on('error', (error) => onConnectionLost?.(codeOf(error)));
  const query = new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(keepAcknowledged));
      },
    }),
  });
  try {
    await migrate('postgres', query as Kysely<unknown>);
  } catch (error) {
    await query.destroy();
    throw error instanceof SignetError ? error : unreachable(codeOf(error));
  }
  return { kind: 'postgres', query, close: () => query.destroy() };
}

/** An acknowledged commit must survive a crash, also on a server whose default trades that for speed. */
const keepAcknowledged =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

function openPool(url: string): pg.Pool {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url)) throw unreachable('not a postgres:// address');
  return new pg.Pool({
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

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : 'no answer';
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
