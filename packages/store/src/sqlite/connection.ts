import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, type DatabaseConnection, type QueryResult, SelectQueryNode } from 'kysely';
import { Bell, type StartTimer } from '../feed/bell.ts';
import { storeUnavailable } from '../sql/store-failure.ts';
import type { Batch, Batches } from './batch.ts';
import { isBusy, meaningOf } from './failure.ts';
import { lockWaits } from './lock-waits.ts';
import type { Statements } from './statements.ts';
import type { TurnQueue } from './turn-queue.ts';

const savepoint = 'signet_transaction';

export interface Shared {
  readonly file: DatabaseSync;
  readonly statements: Statements;
  readonly batches: Batches;
  readonly turns: TurnQueue;
  readonly startTimer: StartTimer;
}

/**
 * One holder's turn at the one connection: a single query, or a transaction from begin to commit. Who finds the file
 * locked by another process gives the turn away while waiting, so that nobody waits behind who could go on.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #file: DatabaseSync;
  readonly #batches: Batches;
  readonly #shared: Shared;
  #endTurn: () => void;
  #transaction: Batch | undefined;
  #used = false;

  constructor(shared: Shared, endTurn: () => void) {
    this.#file = shared.file;
    this.#batches = shared.batches;
    this.#shared = shared;
    this.#endTurn = endTurn;
  }

  /** @throws SignetError `store_unavailable` when another process holds the lock for too long */
  async begin(): Promise<void> {
    this.#transaction = await this.#patiently(() => this.#batches.join());
    this.#exec(`savepoint ${savepoint}`);
  }

  async commit(): Promise<void> {
    const batch = this.#assertStanding();
    this.#exec(`release ${savepoint}`);
    this.#transaction = undefined;
    this.#endTurn();
    await batch.durable;
  }

  rollback(): void {
    const batch = this.#transaction;
    this.#transaction = undefined;
    if (batch === undefined || batch !== this.#batches.open || !batch.stands) return;
    this.#file.exec(`rollback to ${savepoint}; release ${savepoint}`);
  }

  release(): void {
    this.#endTurn();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#transaction !== undefined) {
      this.#assertStanding();
      return this.#told(query);
    }
    if (this.#used) throw new Error('Outside of a transaction a connection is good for one query.');
    this.#used = true;
    const reads = SelectQueryNode.is(query.query);
    const batch = reads ? this.#batches.open : await this.#patiently(() => this.#batches.join());
    const result = reads ? await this.#patiently(() => this.#unlessBusy<Row>(query)) : this.#told<Row>(query);
    // The commit needs a turn of its own.
    this.#endTurn();
    // What was read may come from transactions that are not durable yet, so it is told only once they are.
    await batch?.durable;
    return result;
  }

  /** Part of the interface; nothing here streams. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncGenerator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }

  /** Tries again while there is nothing, each time in a turn of its own, until the waits are used up. */
  async #patiently<Result>(attempt: () => Result | undefined): Promise<Result> {
    let result = attempt();
    for (const wait of lockWaits) {
      if (result !== undefined) break;
      await this.#standAside(wait);
      result = attempt();
    }
    if (result !== undefined) return result;
    throw storeUnavailable('the file is locked by another process');
  }

  async #standAside(milliseconds: number): Promise<void> {
    const { startTimer, turns } = this.#shared;
    this.#endTurn();
    await new Bell(startTimer).wait(milliseconds);
    this.#endTurn = await turns.take();
  }

  #unlessBusy<Row>(query: CompiledQuery): QueryResult<Row> | undefined {
    try {
      return this.#run<Row>(query);
    } catch (error) {
      if (isBusy(error)) return undefined;
      throw meaningOf(error);
    }
  }

  #exec(sql: string): void {
    try {
      this.#file.exec(sql);
    } catch (error) {
      this.#batches.dropIfUndone(error);
      throw meaningOf(error);
    }
  }

  #told<Row>(query: CompiledQuery): QueryResult<Row> {
    try {
      return this.#run<Row>(query);
    } catch (error) {
      throw meaningOf(error);
    }
  }

  #run<Row>(query: CompiledQuery): QueryResult<Row> {
    try {
      return this.#shared.statements.run<Row>(query.sql, query.parameters as readonly SQLInputValue[]);
    } catch (error) {
      this.#batches.dropIfUndone(error);
      throw error;
    }
  }

  #assertStanding(): Batch {
    const batch = this.#transaction;
    if (batch === undefined || batch !== this.#batches.open) {
      throw storeUnavailable('undone by an earlier error');
    }
    return batch;
  }
}
