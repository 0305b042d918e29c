import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { StartTimer } from '../feed/bell.ts';
import { outcomeUnknown, storeUnavailable } from '../sql/store-failure.ts';
import type { PostgresDeadlines } from './deadlines.ts';
import { codeOf, endsConnection, isPassing } from './failure.ts';
import type { StoreClient } from './store-client.ts';

/** A client of the pool's, as `pg` types those it hands out. */
export type PooledClient = StoreClient & { release(destroy?: boolean): void };

export interface Patience {
  readonly deadlines: Pick<PostgresDeadlines, 'statement' | 'transaction'>;
  readonly startTimer: StartTimer;
  /** Told when a statement got no answer in time. */
  readonly onSilence: () => void;
}

const silent = 'no answer in time';

/**
 * One holder's time with a connection: a query, or a transaction from begin to commit. Says of each failure what it
 * means for what was asked, and gives a connection that failed back to be destroyed. After the first failure that
 * ends the connection every further query gets that same one: what follows is only the clearing up.
 */
export class Checkout implements PostgresPoolClient {
  readonly #client: PooledClient;
  readonly #patience: Patience;
  readonly #stopClock: () => void;
  #inTransaction = false;
  #failure: Error | undefined;

  constructor(client: PooledClient, patience: Patience) {
    this.#client = client;
    this.#patience = patience;
    const { startTimer, deadlines } = patience;
    this.#stopClock = startTimer(
      () => client.abandon('the transaction took too long'),
      deadlines.transaction,
    );
  }

  query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: ReadonlyArray<unknown> = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new TypeError('Nothing here streams.');
    return this.#run(sql, parameters);
  }

  release(discard = false): void {
    this.#stopClock();
    this.#client.release(discard || this.#failure !== undefined);
  }

  async #run<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>> {
    if (this.#failure !== undefined) throw this.#failure;
    const { startTimer, deadlines } = this.#patience;
    const stopClock = startTimer(() => this.#giveUp(), deadlines.statement);
    const decisive = sql === 'commit' || !(this.#inTransaction || isHarmless(sql));
    try {
      const result = await this.#client.query(sql, [...parameters]);
      this.#follow(sql);
      return result as PostgresQueryResult<R>;
    } catch (error) {
      throw this.#meaning(error, decisive);
    } finally {
      stopClock();
    }
  }

  #giveUp(): void {
    this.#client.abandon(silent);
    this.#patience.onSilence();
  }

  #follow(sql: string): void {
    if (sql === 'begin') this.#inTransaction = true;
    if (sql === 'commit' || sql === 'rollback') this.#inTransaction = false;
  }

  /** @param decisive Whether the database may have kept a change although it did not say so. */
  #meaning(error: unknown, decisive: boolean): unknown {
    if (endsConnection(error)) this.#client.lose(codeOf(error));
    const reason = this.#client.lost;
    if (reason !== undefined) {
      this.#failure = decisive ? outcomeUnknown(reason) : storeUnavailable(reason);
      return this.#failure;
    }
    return isPassing(error) ? storeUnavailable(codeOf(error)) : error;
  }
}

/** Statements that change nothing by themselves. Whatever is not known to be one may have. */
function isHarmless(sql: string): boolean {
  return /^(begin|rollback|select|show)\b/.test(sql);
}
