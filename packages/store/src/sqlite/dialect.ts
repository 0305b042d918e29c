import type { DatabaseSync } from 'node:sqlite';
import {
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { type StartTimer, startNodeTimer } from '../feed/bell.ts';
import { Batches } from './batch.ts';
import { SqliteConnection } from './connection.ts';
import { Statements } from './statements.ts';
import { TurnQueue } from './turn-queue.ts';

/** Kysely over Node's own SQLite. Kysely's driver expects better-sqlite3 and commits one transaction at a time. */
export function nodeSqliteDialect(file: DatabaseSync, startTimer: StartTimer = startNodeTimer): Dialect {
  return {
    createDriver: () => createDriver(file, startTimer),
    createAdapter: (): DialectAdapter => new TurnTakingAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}

/** Kysely must not queue for us: a transaction gives its turn away when it is done, before it is durable. */
class TurnTakingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function createDriver(file: DatabaseSync, startTimer: StartTimer): Driver {
  const turns = new TurnQueue();
  const batches = new Batches(file, turns);
  const shared = { file, statements: new Statements(file), batches, turns, startTimer };
  return {
    async init() {},
    async acquireConnection() {
      return new SqliteConnection(shared, await turns.take());
    },
    beginTransaction: (connection) => ours(connection).begin(),
    commitTransaction: (connection) => ours(connection).commit(),
    async rollbackTransaction(connection) {
      ours(connection).rollback();
    },
    async releaseConnection(connection) {
      ours(connection).release();
    },
    async destroy() {
      await turns.take();
      batches.open?.commit();
      file.close();
    },
  };
}

function ours(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection;
  throw new TypeError('The connection belongs to another driver.');
}
