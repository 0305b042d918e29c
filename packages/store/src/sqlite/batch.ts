import type { DatabaseSync } from 'node:sqlite';
import { isBusy, meaningOf, meaningOfCommit } from './failure.ts';
import type { TurnQueue } from './turn-queue.ts';

/**
 * Transactions of one turn of the event loop share one commit, hence one `fsync`: each runs in a savepoint of the
 * batch's transaction, and none is acknowledged before the batch is on disk. If the commit fails, all of them fail.
 */
export class Batch {
  readonly #file: DatabaseSync;
  readonly #outcome = Promise.withResolvers<void>();

  private constructor(file: DatabaseSync) {
    this.#file = file;
    // Whoever waits for the outcome hears of a failure; a batch that nobody waits for must not end the process.
    this.#outcome.promise.catch(() => undefined);
  }

  /**
   * Takes the write lock at once, so that no transaction finds out halfway that another process holds it; undefined
   * while one does.
   */
  static begin(file: DatabaseSync): Batch | undefined {
    try {
      file.exec('begin immediate');
      return new Batch(file);
    } catch (error) {
      if (isBusy(error)) return undefined;
      throw meaningOf(error);
    }
  }

  /** Resolves when everything done in the batch so far is durable; rejects when none of it is. */
  get durable(): Promise<void> {
    return this.#outcome.promise;
  }

  /** False after an error, such as a full disk, for which SQLite itself rolled everything back. */
  get stands(): boolean {
    return this.#file.isTransaction;
  }

  fail(error: unknown): void {
    this.#outcome.reject(error);
  }

  commit(): void {
    try {
      this.#file.exec('commit');
      this.#outcome.resolve();
    } catch (error) {
      if (this.stands) this.#file.exec('rollback');
      this.fail(meaningOfCommit(error));
    }
  }
}

/** The batch that is open, if any, and when to commit it. */
export class Batches {
  readonly #file: DatabaseSync;
  readonly #turns: TurnQueue;
  #open: Batch | undefined;

  constructor(file: DatabaseSync, turns: TurnQueue) {
    this.#file = file;
    this.#turns = turns;
  }

  get open(): Batch | undefined {
    return this.#open;
  }

  /**
   * The open batch, or a new one that commits at the end of this turn of the event loop; undefined while another
   * process holds the lock. Call only in one's turn.
   */
  join(): Batch | undefined {
    if (this.#open !== undefined) return this.#open;
    const batch = Batch.begin(this.#file);
    if (batch === undefined) return undefined;
    this.#open = batch;
    setImmediate(() => void this.#commit(batch));
    return batch;
  }

  /** To be called after an error: fails the open batch if the error has already undone it. */
  dropIfUndone(error: unknown): void {
    if (this.#open === undefined || this.#open.stands) return;
    this.#open.fail(meaningOf(error));
    this.#open = undefined;
  }

  async #commit(batch: Batch): Promise<void> {
    const endTurn = await this.#turns.take();
    if (this.#open === batch) {
      this.#open = undefined;
      batch.commit();
    }
    endTurn();
  }
}
