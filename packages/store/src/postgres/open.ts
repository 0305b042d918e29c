import { refusal, SignetError } from '@signet/contracts';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type StartTimer, startNodeTimer } from '../feed/bell.ts';
import type { Database } from '../sql/database.ts';
import { migrate } from '../sql/migrations/migrate.ts';
import type { Schema } from '../sql/schema.ts';
import { migrationDeadlines, type PostgresDeadlines, usualDeadlines } from './deadlines.ts';
import { codeOf } from './failure.ts';
import { GuardedPool } from './guarded-pool.ts';
import { StoreClient, type StoreClientConfig } from './store-client.ts';

export interface PostgresLocation {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** Asked at each connection: user name and password are those of this one, all else stays as in `url`. */
  readonly urlOfNow?: () => string;
  /** Hears the SQLSTATE or system code when a connection is lost, idle or not; the next query opens another. */
  readonly onConnectionLost?: (code: string) => void;
  readonly deadlines?: PostgresDeadlines;
  readonly startTimer?: StartTimer;
}

/**
 * Brings the schema up to date, then opens the pool. No error ever carries the URL: it holds the password.
 * @throws SignetError `database_unreachable`, `database_too_new`
 */
export async function openPostgres(location: PostgresLocation): Promise<Database> {
  await migrateFirst(location);
  const query = openQuery(location, location.deadlines ?? usualDeadlines);
  return { kind: 'postgres', query, close: () => query.destroy() };
}

/** On connections of its own, because a migration may take longer than anything may later. */
async function migrateFirst(location: PostgresLocation): Promise<void> {
  const query = openQuery(location, migrationDeadlines);
  try {
    await migrate('postgres', query as Kysely<unknown>);
  } catch (error) {
    throw atStart(error);
  } finally {
    await query.destroy();
  }
}

function openQuery(location: PostgresLocation, deadlines: PostgresDeadlines): Kysely<Schema> {
  const { onConnectionLost, startTimer = startNodeTimer } = location;
  const pool = openPool(location, deadlines);
  pool.on('connect', (client) => {
    if (client instanceof StoreClient) client.onLost((code) => onConnectionLost?.(code));
  });
  // The pool repeats what the connection has said, and ends the process if nobody listens.
  pool.on('error', () => undefined);
  const guarded = new GuardedPool(pool, deadlines, startTimer);
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded }) });
}

function openPool({ url, urlOfNow }: PostgresLocation, deadlines: PostgresDeadlines): pg.Pool {
  if (!URL.canParse(url) || !/^postgres(ql)?:/.test(url)) throw unreachable('not a postgres:// address');
  const options: pg.PoolConfig & StoreClientConfig = {
    Client: StoreClient,
    connectionString: url,
    application_name: 'signet',
    max: 10,
    connectionTimeoutMillis: deadlines.connect,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    statement_timeout: deadlines.statement * 0.8,
    lock_timeout: deadlines.lock,
    // A node that vanished in the middle of a transaction must not keep the revocation counter locked.
    idle_in_transaction_session_timeout: deadlines.transaction,
    types: { getTypeParser },
    ...(urlOfNow === undefined ? {} : { address: () => signedInBy(url, urlOfNow()) }),
  };
  return new pg.Pool(options);
}

/** The same database, as another user or with another password. */
function signedInBy(url: string, other: string): string {
  const address = new URL(url);
  const { username, password } = URL.parse(other) ?? address;
  return Object.assign(address, { username, password }).href;
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

function unreachable(reason: string): SignetError {
  return new SignetError(refusal('database_unreachable.postgres', { reason }));
}
