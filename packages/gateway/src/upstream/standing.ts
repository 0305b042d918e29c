import { type SteadyTime, steadyMilliseconds, type UpstreamConfiguration } from '@signet/contracts';

export type StandingRules = Pick<UpstreamConfiguration, 'ejectAfter' | 'ejectFor'>;

/** Its pause is doubled so many times at most. */
const mostRounds = 5;

/**
 * Whether a target is asked. One that has failed so many times in a row sits out, then gets one request; if that fails too, it sits
 * out twice as long, and so on up to 32 times as long. The first answer, whatever it says, makes good for all.
 */
export class Standing {
  readonly #rules: StandingRules;
  #state: 'in' | 'out' | 'on-trial' = 'in';
  #failures = 0;
  #rounds = 0;
  /** Milliseconds of the steady clock. */
  #awayUntil = 0;

  constructor(rules: StandingRules) {
    this.#rules = rules;
  }

  /** No request is to be sent to it, unless there is nobody else. */
  isAway(now: SteadyTime): boolean {
    return this.#state !== 'in' && steadyMilliseconds(now) < this.#awayUntil;
  }

  /** Gets a request. After sitting out that is a trial: until it is known how it ends, no other one is sent for a while. */
  chosen(now: SteadyTime): void {
    if (this.#state === 'in' || this.isAway(now)) return;
    this.#state = 'on-trial';
    this.#awayUntil = steadyMilliseconds(now) + this.#rules.ejectFor;
  }

  answered(): void {
    this.#state = 'in';
    this.#failures = 0;
    this.#rounds = 0;
  }

  failed(now: SteadyTime): void {
    // What was under way when it was ejected says nothing new.
    if (this.#state === 'out') return;
    this.#failures += 1;
    if (this.#state === 'on-trial') this.#rounds = Math.min(this.#rounds + 1, mostRounds);
    else if (this.#failures < this.#rules.ejectAfter) return;
    this.#state = 'out';
    this.#awayUntil = steadyMilliseconds(now) + this.#rules.ejectFor * 2 ** this.#rounds;
  }
}
