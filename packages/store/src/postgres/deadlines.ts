/** How long PostgreSQL may take before it counts as away, in milliseconds. */
export interface PostgresDeadlines {
  /** To connect and to be let in; also to wait for a connection while all are in use. */
  readonly connect: number;
  /** To wait for a lock. */
  readonly lock: number;
  /** For one statement. The server gives up on it a fifth sooner, and then its connection stays good. */
  readonly statement: number;
  /** For a transaction, from begin to commit. */
  readonly transaction: number;
}

/** Short enough that a request is answered in seconds, and a revocation feed heard of before it counts as stale. */
export const usualDeadlines: PostgresDeadlines = {
  connect: 3000,
  lock: 3000,
  statement: 5000,
  transaction: 10_000,
};

/** At the start, when a migration may rewrite a large table and other nodes wait for it. */
export const migrationDeadlines: PostgresDeadlines = {
  connect: 5000,
  lock: 60_000,
  statement: 600_000,
  transaction: 600_000,
};
