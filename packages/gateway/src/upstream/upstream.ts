import type { SteadyTime, UpstreamConfiguration } from '@signet/contracts';
import { type Choose, leastLoaded, roundRobin } from './balance.ts';
import { Target, type TargetStatus } from './target.ts';

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

/** The servers that answer for one name, and the rule by which requests are shared out among them. */
export class Upstream {
  readonly name: string;
  readonly #targets: readonly Target[];
  readonly #choose: Choose;

  constructor(name: string, { targets, balance, ...limits }: UpstreamConfiguration) {
    this.name = name;
    this.#targets = targets.map(({ url, weight }) => new Target({ url, weight, ...limits }));
    this.#choose = balance === 'least-loaded' ? leastLoaded : roundRobin;
  }

  /**
   * The target for the next request: one that neither sits out nor fails its checks, and another than `failed`, as far as there
   * is one. Where there is none, one whose checks are good is asked, or else any: a request that may succeed is better than
   * one that is refused.
   */
  choose(now: SteadyTime, failed?: Target): Choice {
    const [only, second] = this.#targets;
    if (only !== undefined && second === undefined) return alone(only);
    const here = this.#targets.filter((target) => target.away(now) === undefined);
    const leftOut = here.length === this.#targets.length ? undefined : this.#leftOut(now);
    const target = this.#choose(this.#askable(here, failed));
    target.standing.chosen(now);
    return { target, leftOut };
  }

  /** How each target stands. */
  status(now: SteadyTime): readonly TargetStatus[] {
    return this.#targets.map((target) => target.status(now));
  }

  /** Begins to check the targets, where the configuration asks for it. */
  startChecks(): void {
    for (const { checks } of this.#targets) checks?.start();
  }

  stopChecks(): void {
    for (const { checks } of this.#targets) checks?.stop();
  }

  async close(): Promise<void> {
    this.stopChecks();
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
