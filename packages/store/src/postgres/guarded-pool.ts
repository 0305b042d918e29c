import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import { storeUnavailable } from '../sql/store-failure.ts';
import { Checkout, type PooledClient } from './checkout.ts';
import { codeOf } from './failure.ts';

/** An acknowledged commit must survive a crash, also on a server whose default trades that for speed. */
const keepAcknowledged =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/** The pool as Kysely sees it: whatever goes wrong with a connection is a `SignetError`, and none is lent twice. */
export class GuardedPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #prepared = new WeakSet<PooledClient>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  get options(): object {
    return this.#pool.options;
  }

  /** @throws SignetError `store_unavailable` */
  async connect(): Promise<Checkout> {
    const client = await this.#take();
    const checkout = new Checkout(client);
    if (this.#prepared.has(client)) return checkout;
    try {
      await checkout.query(keepAcknowledged, []);
    } catch (error) {
      checkout.release(true);
      throw error;
    }
    this.#prepared.add(client);
    return checkout;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  async #take(): Promise<PooledClient> {
    try {
      return (await this.#pool.connect()) as PooledClient;
    } catch (error) {
      throw storeUnavailable(codeOf(error));
    }
  }
}
