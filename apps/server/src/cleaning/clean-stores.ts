import type { Clocks } from '@signet/contracts';
import type { Stores } from '@signet/store';
import type { Logger } from '../logging/logger.ts';
import { createCautiousTime } from './cautious-time.ts';

/** Removes from time to time what can no longer matter, so that the tables do not grow for ever. */
export interface Cleaning {
  /** One pass; resolves when nothing old is left or a bound is reached, and never rejects. */
  clean(): Promise<void>;
  close(): Promise<void>;
}

/** A session that is over is remembered for a day, so that a browser coming back late is told why. */
const rememberedFor = 86_400_000;
/** An API key that is over, or was revoked, is listed for so long: whoever still calls by it is told why. */
const keysListedFor = 30 * 86_400_000;
/** So much longer than any token needs it, a revocation can be read again: by a gateway whose clock was set back. */
const readableFor = 2 * 3_600_000;
/** Longer than any node counts a failed attempt. */
const countedFor = 2 * 3_600_000;
/** So much longer than it lasts, a gateway whose clock is behind finds what was spent of a day or month. */
const quotasFor = 86_400_000;
/** What language models cost can be summed for so long after the last budget of it ended. */
const costsFor = 400 * 86_400_000;
/** Calls of models with what was asked and answered; of more, those that would be over first go. */
export const mostKeptCalls = 20_000;
const cleanEvery = 600_000;
/** Small, because each is one transaction that others wait for. */
const batch = 200;
/** The rest is left for the next pass. */
const mostBatches = 500;

/** Begins at once, then goes on every ten minutes. */
export function startCleaning(options: {
  readonly stores: Pick<
    Stores,
    | 'sessions'
    | 'apiKeys'
    | 'revocations'
    | 'protocol'
    | 'logoutNotices'
    | 'failureJournal'
    | 'quotas'
    | 'ledger'
    | 'keptCalls'
  >;
  readonly clocks: Clocks;
  readonly log: Logger;
}): Cleaning {
  const { stores, clocks, log } = options;
  const earliest = createCautiousTime(clocks);
  let closed = false;
  let turn: Promise<void> = Promise.resolve();

  async function pass(): Promise<void> {
    try {
      const now = earliest();
      const revocations = await stores.revocations.forget(now - readableFor);
      const sessions = await inBatches((limit) => stores.sessions.forget(now - rememberedFor, limit));
      const protocol = await inBatches((limit) => stores.protocol.forget(now, limit));
      const logoutNotices = await inBatches((limit) => stores.logoutNotices.forget(now, limit));
      const apiKeys = await inBatches((limit) => stores.apiKeys.forget(now - keysListedFor, limit));
      const failures = await inBatches((limit) => stores.failureJournal.forget(now - countedFor, limit));
      const quotas = await inBatches((limit) => stores.quotas.forget(now - quotasFor, limit));
      const leases = await inBatches((limit) => stores.ledger.expire(limit));
      const costs = await inBatches((limit) => stores.ledger.forget(now - costsFor, limit));
      // By the clock as it is: what nobody may know any more waits for no other clock.
      const calls = await inBatches((limit) => stores.keptCalls.forget(clocks.wall(), limit));
      const tooMany = await inBatches((limit) => stores.keptCalls.trim(mostKeptCalls, limit));
      if (tooMany > 0)
        log.warn(
          { calls: tooMany, most: mostKeptCalls },
          'Forgot calls of models before their time: there were too many',
        );
      if (calls > 0) log.info({ calls }, 'Forgot calls of models that were kept for their time');
      if (failures + quotas + costs > 0)
        log.debug({ failures, quotas, costs }, 'Forgot failed attempts, old quotas and old costs');
      if (leases > 0) log.info({ leases }, 'Freed what was reserved by requests that never ended');
      if (revocations + sessions + protocol + logoutNotices + apiKeys > 0) {
        log.info({ sessions, revocations, protocol, logoutNotices, apiKeys }, 'Forgot what was over');
      }
    } catch (error) {
      log.error({ err: error }, 'What is over could not be forgotten; it is tried again');
    }
  }

  async function inBatches(forget: (limit: number) => Promise<number>): Promise<number> {
    let forgotten = 0;
    for (let count = 0; count < mostBatches && !closed; count += 1) {
      const gone = await forget(batch);
      forgotten += gone;
      if (gone < batch) break;
    }
    return forgotten;
  }

  function clean(): Promise<void> {
    turn = turn.then(pass);
    return turn;
  }

  void clean();
  const timer = setInterval(() => void clean(), cleanEvery).unref();

  return {
    clean,
    async close() {
      closed = true;
      clearInterval(timer);
      await turn;
    },
  };
}
