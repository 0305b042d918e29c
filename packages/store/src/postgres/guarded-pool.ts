import type { PostgresPool } from 'kysely';
import type pg from 'pg';
import type { StartTimer } from '../feed/bell.ts';
import { storeUnavailable } from '../sql/store-failure.ts';
import { Checkout, type Patience, type PooledClient } from './checkout.ts';
import type { PostgresDeadlines } from './deadlines.ts';
import { codeOf } from './failure.ts';
import { StoreClient } from './store-client.ts';

/** An acknowledged commit must survive a crash, also on a server whose default trades that for speed. */
const keepAcknowledged =
  "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'";

/**
 * The pool as Kysely sees it: whatever goes wrong with a connection is a `SignetError`, every wait has an end, and a
 * connection that failed is not lent again. Where one has gone silent, those that lie idle are given up with it: they
 * lead to the same server, and the next query would only learn it anew.
 */
export class GuardedPool implements PostgresPool {
  readonly #pool: pg.Pool;
  readonly #patience: Patience;
  readonly #idle = new Set<unknown>();
  readonly #prepared = new WeakSet<PooledClient>();

  constructor(pool: pg.Pool, deadlines: PostgresDeadlines, startTimer: StartTimer) {
    this.#pool = pool;
    this.#patience = { deadlines, startTimer, onSilence: () => this.#abandonIdle() };
    pool.on('release', (_error, client) => this.#idle.add(client));
    pool.on('acquire', (client) => this.#idle.delete(client));
    pool.on('remove', (client) => this.#idle.delete(client));
  }

  get options(): object {
    return this.#pool.options;
  }

  /** @throws SignetError `store_unavailable` */
  async connect(): Promise<Checkout> {
    const client = await this.#take();
    const checkout = new Checkout(client, this.#patience);
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

  #abandonIdle(): void {
    for (const client of this.#idle) {
      if (client instanceof StoreClient) client.abandon('another connection got no answer in time');
    }
  }

  async #take(): Promise<PooledClient> {
    try {
      return (await this.#pool.connect()) as PooledClient;
    } catch (error) {
      throw storeUnavailable(codeOf(error));
    }
  }
}
