import type { HashBy, SteadyTime, UpstreamConfiguration } from '@signet/contracts';
import type { ReadHanded } from '@signet/trust';
import { byPlace, type Choose, leastLoaded, roundRobin, twoChoices } from './balance.ts';
import { Breaker } from './breaker.ts';
import { RetryBudget } from './retry-budget.ts';
import { Target, type TargetStatus } from './target.ts';
import { UpstreamTls } from './upstream-tls.ts';

/** How an upstream stands now, for people. */
export interface UpstreamStatus {
  /** No request is sent to it for a while. */
  readonly rests: boolean;
  readonly targets: readonly TargetStatus[];
}

/** Targets that were not to be asked when one was chosen, and why. */
export interface LeftOut {
  readonly unwell: readonly Target[];
  readonly ejected: readonly Target[];
}

/** The target for a request. */
export interface Choice {
  readonly target: Target;
  /** Absent where all were to be asked. */
  readonly leftOut: LeftOut | undefined;
}

const choosers: Readonly<Record<UpstreamConfiguration['balance'], Choose>> = {
  'round-robin': roundRobin,
  'least-loaded': leastLoaded,
  'two-choices': twoChoices,
  hash: byPlace,
};

/** The servers that answer for one name, and the rule by which requests are shared out among them. */
export class Upstream {
  readonly name: string;
  /** Absent: it is always asked. */
  readonly breaker: Breaker | undefined;
  readonly retries: RetryBudget;
  /** Present: what decides which target a caller stays at. */
  readonly hashBy: HashBy | undefined;
  readonly #tls: UpstreamTls | undefined;
  readonly #targets: readonly Target[];
  readonly #choose: Choose;
  #tended = false;

  constructor(name: string, configuration: UpstreamConfiguration, readHanded: ReadHanded) {
    const { targets, balance, hashBy, breaker, retries, tls, ...limits } = configuration;
    this.name = name;
    this.breaker = breaker && new Breaker(breaker);
    this.hashBy = hashBy;
    this.retries = new RetryBudget(retries);
    this.#tls = tls && new UpstreamTls(tls, readHanded);
    const scheme = this.#tls;
    this.#targets = targets.map(({ url, weight }) => new Target({ url, weight, scheme, ...limits }));
    this.#choose = choosers[balance];
  }

  /**
   * The target for the next request: one that neither sits out nor fails its checks, and another than `failed`, as far as there
   * is one. Where there is none, one whose checks are good is asked, or else any: a request that may succeed is better than
   * one that is refused.
   * @param place of the caller, where targets are chosen by it
   */
  choose(now: SteadyTime, place: number, failed?: Target): Choice {
    const [only, second] = this.#targets;
    if (only !== undefined && second === undefined) return alone(only);
    const here = this.#targets.filter((target) => target.away(now) === undefined);
    const leftOut = here.length === this.#targets.length ? undefined : this.#leftOut(now);
    const target = this.#choose(this.#askable(here, failed), place);
    target.standing.chosen(now);
    return { target, leftOut };
  }

  status(now: SteadyTime): UpstreamStatus {
    return {
      rests: (this.breaker?.rest(now) ?? 0) > 0,
      targets: this.#targets.map((target) => target.status(now)),
    };
  }

  /** A snapshot that gets new requests has it: certificates are read, and targets checked where the configuration asks for it. */
  async tend(): Promise<void> {
    this.#tended = true;
    this.#tls?.start();
    await this.#tls?.look();
    if (this.#tended) for (const target of this.#targets) target.tend();
  }

  /** No snapshot that gets new requests has it any more. */
  leave(): void {
    this.#tended = false;
    this.#tls?.stop();
    for (const target of this.#targets) target.leave();
  }

  async close(): Promise<void> {
    this.leave();
    await Promise.all(this.#targets.map(({ pool }) => pool.close()));
  }

  #askable(here: readonly Target[], failed: Target | undefined): readonly Target[] {
    const others = here.filter((target) => target !== failed);
    if (others.length > 0) return others;
    const rest = this.#targets.filter((target) => target !== failed);
    const well = rest.filter(({ isWell }) => isWell);
    if (well.length > 0) return well;
    return rest.length === 0 ? this.#targets : rest;
  }

  #leftOut(now: SteadyTime): LeftOut {
    const awayAs = (why: 'unwell' | 'ejected') => this.#targets.filter((target) => target.away(now) === why);
    return { unwell: awayAs('unwell'), ejected: awayAs('ejected') };
  }
}

/** Asked whatever speaks against it. */
function alone(target: Target): Choice {
  return { target, leftOut: target.isWell ? undefined : { unwell: [target], ejected: [] } };
}
