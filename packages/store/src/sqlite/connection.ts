import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type CompiledQuery, type DatabaseConnection, type QueryResult, SelectQueryNode } from 'kysely';
import type { Batch, Batches } from './batch.ts';

const savepoint = 'signet_transaction';

/** One holder's turn at the one connection: a single query, or a transaction from begin to commit. */
export class SqliteConnection implements DatabaseConnection {
  readonly #file: DatabaseSync;
  readonly #batches: Batches;
  readonly #endTurn: () => void;
  #transaction: Batch | undefined;
  #used = false;

  constructor(file: DatabaseSync, batches: Batches, endTurn: () => void) {
    this.#file = file;
    this.#batches = batches;
    this.#endTurn = endTurn;
  }

  begin(): void {
    this.#transaction = this.#batches.join();
    this.#file.exec(`savepoint ${savepoint}`);
  }

  async commit(): Promise<void> {
    const batch = this.#assertStanding();
    this.#file.exec(`release ${savepoint}`);
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
      return this.#run(query);
    }
    if (this.#used) throw new Error('Outside of a transaction a connection is good for one query.');
    this.#used = true;
    const batch = SelectQueryNode.is(query.query) ? this.#batches.open : this.#batches.join();
    const result = this.#run<Row>(query);
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

  #run<Row>(query: CompiledQuery): QueryResult<Row> {
    try {
      const statement = this.#file.prepare(query.sql);
      const parameters = query.parameters as readonly SQLInputValue[];
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as Row[] };
      const { changes } = statement.run(...parameters);
      return { numAffectedRows: BigInt(changes), rows: [] };
    } catch (error) {
      this.#batches.dropIfUndone(error);
      throw error;
    }
  }

  #assertStanding(): Batch {
    const batch = this.#transaction;
    if (batch === undefined || batch !== this.#batches.open) {
      throw new Error('The transaction was undone by an earlier error.');
    }
    return batch;
  }
}
