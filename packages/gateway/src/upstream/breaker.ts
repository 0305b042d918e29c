import { type BreakerConfiguration, type SteadyTime, steadyMilliseconds } from '@signet/contracts';

/** What happened in one part of the time that is looked back. */
interface Slot {
  /** Which part it is, counted from the beginning of the clock. */
  part: number;
  answered: number;
  failed: number;
}

const slots = 10;

/**
 * Leaves a whole upstream alone once too great a share of its requests has failed. After a rest one request is tried: if it is
 * answered all is forgotten, if it fails the rest begins anew.
 */
export class Breaker {
  readonly #rules: BreakerConfiguration;
  readonly #slots: Slot[] = Array.from({ length: slots }, () => ({ part: -1, answered: 0, failed: 0 }));
  #state: 'closed' | 'open' | 'on-trial' = 'closed';
  /** Milliseconds of the steady clock. */
  #restsUntil = 0;

  constructor(rules: BreakerConfiguration) {
    this.#rules = rules;
  }

  /** Milliseconds for which no request is to be sent; 0 where one may be. */
  rest(now: SteadyTime): number {
    return this.#state === 'closed' ? 0 : Math.max(0, this.#restsUntil - steadyMilliseconds(now));
  }

  /** A request is sent. After a rest it is the one that is tried, and no other is sent for as long again. */
  asked(now: SteadyTime): void {
    if (this.#state === 'closed') return;
    this.#state = 'on-trial';
    this.#restsUntil = steadyMilliseconds(now) + this.#rules.restFor;
  }

  answered(status: number, now: SteadyTime): void {
    const { statuses } = this.#rules;
    if (statuses !== undefined && status >= statuses.first && status <= statuses.last) {
      this.failed(now);
      return;
    }
    // While it rests, what was begun before may still be answered: that is no reason to end the rest.
    if (this.#state === 'open') return;
    if (this.#state === 'on-trial') this.#forget();
    this.#slot(now).answered += 1;
  }

  failed(now: SteadyTime): void {
    if (this.#state === 'open') return;
    this.#slot(now).failed += 1;
    if (this.#state === 'on-trial' || this.#isTooMuch(now)) this.#open(now);
  }

  #open(now: SteadyTime): void {
    this.#state = 'open';
    this.#restsUntil = steadyMilliseconds(now) + this.#rules.restFor;
  }

  #forget(): void {
    this.#state = 'closed';
    for (const slot of this.#slots) slot.part = -1;
  }

  #isTooMuch(now: SteadyTime): boolean {
    const newest = this.#partAt(now);
    let answered = 0;
    let failed = 0;
    for (const slot of this.#slots) {
      if (slot.part <= newest - slots) continue;
      answered += slot.answered;
      failed += slot.failed;
    }
    const all = answered + failed;
    return all >= this.#rules.least && failed >= all * this.#rules.failures;
  }

  #slot(now: SteadyTime): Slot {
    const part = this.#partAt(now);
    const slot = this.#slots[part % slots] as Slot;
    if (slot.part !== part) Object.assign(slot, { part, answered: 0, failed: 0 });
    return slot;
  }

  #partAt(now: SteadyTime): number {
    return Math.floor(steadyMilliseconds(now) / (this.#rules.within / slots));
  }
}
