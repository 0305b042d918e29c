import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** An open, migrated database. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  readonly query: Kysely<Schema>;
  /** Waits for what is under way, then lets go of the file or the connections. */
  close(): Promise<void>;
}

export type SchemaTransaction = Transaction<Schema>;

/** Runs `work` in one transaction: all of it is durable when this resolves, none of it when it rejects. */
export function inTransaction<Result>(
  database: Database,
  work: (transaction: SchemaTransaction) => Promise<Result>,
): Promise<Result> {
  return database.query.transaction().execute(work);
}
