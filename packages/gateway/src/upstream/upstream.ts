import type { SteadyTime, UpstreamConfiguration } from '@signet/contracts';
import { type Choose, leastLoaded, roundRobin } from './balance.ts';
import { Target } from './target.ts';

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
   * The target for the next request: one that does not sit out, and another than `failed`, as far as there is one. Where all
   * sit out all are asked: a request that may succeed is better than one that is refused.
   */
  choose(now: SteadyTime, failed?: Target): Target {
    const [only, second] = this.#targets;
    if (only !== undefined && second === undefined) return only;
    const others = this.#targets.filter((target) => target !== failed && !target.standing.isAway(now));
    const chosen = this.#choose(others.length === 0 ? this.#others(failed) : others);
    chosen.standing.chosen(now);
    return chosen;
  }

  #others(failed: Target | undefined): readonly Target[] {
    const others = this.#targets.filter((target) => target !== failed);
    return others.length === 0 ? this.#targets : others;
  }

  async close(): Promise<void> {
    await Promise.all(this.#targets.map(({ pool }) => pool.close()));
  }
}
