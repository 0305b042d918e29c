import type { UpstreamConfiguration } from '@signet/contracts';
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

  /** The target for the next request: another than `failed` if there is one. */
  choose(failed?: Target): Target {
    const others = failed === undefined ? this.#targets : this.#targets.filter((target) => target !== failed);
    return this.#choose(others.length === 0 ? this.#targets : others);
  }

  async close(): Promise<void> {
    await Promise.all(this.#targets.map(({ pool }) => pool.close()));
  }
}
