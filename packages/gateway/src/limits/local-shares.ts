import { type Budget, type SteadyClock, type SteadyTime, steadyMilliseconds } from '@signet/contracts';
import type { LimitAnswer, Limiter } from '../ports/limiter.ts';
import { wholeIn } from './gcra.ts';

/** Budgets that several processes share, to which calls can be charged that have passed already. */
export interface BudgetLedger extends Limiter {
  /** Answers in how many milliseconds the budget is whole again, which may be longer than a spent one takes. */
  charge(key: string, budget: Budget, calls: number, now: SteadyTime): Promise<number>;
}

/** What this process knows of one budget. */
interface Share {
  wholeAt: number;
  seenAt: number;
  /** Let pass, and not charged yet. */
  unconfirmed: number;
  charging: Promise<void> | undefined;
}

const mostShares = 100_000;

/** A tenth of what may come at once passes before it is charged; a budget of fewer than ten is asked for each call. */
function shareOf({ count, burst = count }: Budget): number {
  return Math.floor(burst / 10);
}

/**
 * Lets calls pass by what the ledger said last, and charges them while they are on their way, so that they do not wait for
 * it. Each process is ahead of the ledger by its share at most; what passes beyond a budget by that is owed to it. Once
 * the ledger has failed, every call asks it until it answers again.
 */
export class LocalShares implements Limiter {
  readonly #ledger: BudgetLedger;
  readonly #steady: SteadyClock;
  readonly #most: number;
  readonly #shares = new Map<string, Share>();
  #away = false;

  constructor(ledger: BudgetLedger, steady: SteadyClock, most: number = mostShares) {
    this.#ledger = ledger;
    this.#steady = steady;
    this.#most = most;
  }

  take(key: string, budget: Budget, now: SteadyTime): LimitAnswer | Promise<LimitAnswer> {
    const most = shareOf(budget);
    if (most === 0 || this.#away) return this.#ask(key, budget, now);
    const share = this.#share(key, budget);
    const { answer, wholeAt } = decide(share, budget, steadyMilliseconds(now));
    if (!answer.admitted) return answer;
    if (share.unconfirmed >= most) {
      return this.#charge(share, key, budget).then(() => this.take(key, budget, this.#steady()));
    }
    share.wholeAt = wholeAt;
    share.unconfirmed += 1;
    // What could not be charged is charged with the next call, which hears of the failure.
    this.#charge(share, key, budget).catch(() => undefined);
    return answer;
  }

  async #ask(key: string, budget: Budget, now: SteadyTime): Promise<LimitAnswer> {
    const answer = await this.#ledger.take(key, budget, now);
    this.#away = false;
    return answer;
  }

  #charge(share: Share, key: string, budget: Budget): Promise<void> {
    share.charging ??= this.#chargeAll(share, key, budget).finally(() => {
      share.charging = undefined;
    });
    return share.charging;
  }

  async #chargeAll(share: Share, key: string, budget: Budget): Promise<void> {
    while (share.unconfirmed > 0) {
      const calls = share.unconfirmed;
      const owed = await this.#chargeOnce(key, budget, calls);
      share.unconfirmed -= calls;
      share.seenAt = steadyMilliseconds(this.#steady());
      share.wholeAt = share.seenAt + owed + share.unconfirmed * (budget.per / budget.count);
    }
  }

  async #chargeOnce(key: string, budget: Budget, calls: number): Promise<number> {
    try {
      return await this.#ledger.charge(key, budget, calls, this.#steady());
    } catch (error) {
      this.#away = true;
      throw error;
    }
  }

  #share(key: string, { count, per, burst = count }: Budget): Share {
    const name = `${count}/${per}+${burst}:${key}`;
    const known = this.#shares.get(name);
    // Setting anew moves it to the end: the first in the map is the one unused for longest.
    if (known !== undefined) this.#shares.delete(name);
    else if (this.#shares.size >= this.#most) this.#forgetOldest();
    const share = known ?? { wholeAt: 0, seenAt: 0, unconfirmed: 0, charging: undefined };
    this.#shares.set(name, share);
    return share;
  }

  /** What it let pass is being charged all the same. */
  #forgetOldest(): void {
    const [oldest] = this.#shares.keys();
    if (oldest !== undefined) this.#shares.delete(oldest);
  }
}

/** As `takeOne`, but that a debt beyond the whole budget is waited for. */
function decide(share: Share, budget: Budget, now: number): { answer: LimitAnswer; wholeAt: number } {
  const each = budget.per / budget.count;
  const whole = wholeIn(budget);
  // Where the clock went back, the budget counts as spent.
  if (now < share.seenAt) share.wholeAt = Math.min(share.wholeAt, now + whole);
  share.seenAt = now;
  const wholeAt = Math.max(share.wholeAt, now) + each;
  const wait = wholeAt - whole - now;
  if (wait > each * 1e-6) return { answer: { admitted: false, retryAfterMs: Math.ceil(wait) }, wholeAt };
  return { answer: { admitted: true, remaining: Math.floor((each * 1e-3 - wait) / each) }, wholeAt };
}
