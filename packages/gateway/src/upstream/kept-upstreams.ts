import type { UpstreamConfiguration } from '@signet/contracts';
import type { ReadHanded } from '@signet/trust';
import { Upstream } from './upstream.ts';

interface Kept {
  readonly words: string;
  readonly upstream: Upstream;
  /** Snapshots that may still send requests to it. */
  holders: number;
  /** Those of them that get new requests. */
  current: number;
}

/**
 * The upstreams at work. Snapshots in which one stands with the same words share it: its connections, what is known of its
 * targets and their checks outlive a reload. One that no snapshot in force has any more is checked no longer, takes what was
 * begun to its end, and then closes.
 */
export class KeptUpstreams {
  readonly #kept = new Map<string, Kept>();
  readonly #readHanded: ReadHanded;

  constructor(readHanded: ReadHanded) {
    this.#readHanded = readHanded;
  }

  /** To be given back. */
  take(name: string, configuration: UpstreamConfiguration): HeldUpstream {
    const words = JSON.stringify([name, configuration]);
    const kept =
      this.#kept.get(words) ?? this.#open(words, new Upstream(name, configuration, this.#readHanded));
    kept.holders += 1;
    kept.current += 1;
    // Read again with each configuration that is taken over, too.
    void kept.upstream.tend();
    return new HeldUpstream(kept.upstream, {
      retire: () => {
        kept.current -= 1;
        if (kept.current === 0) kept.upstream.leave();
      },
      release: () => this.#release(kept),
    });
  }

  #open(words: string, upstream: Upstream): Kept {
    const kept = { words, upstream, holders: 0, current: 0 };
    this.#kept.set(words, kept);
    return kept;
  }

  async #release(kept: Kept): Promise<void> {
    kept.holders -= 1;
    if (kept.holders > 0) return;
    this.#kept.delete(kept.words);
    await kept.upstream.close();
  }
}

/** One snapshot's hold on an upstream. */
export class HeldUpstream {
  readonly upstream: Upstream;
  readonly #ends: { readonly retire: () => void; readonly release: () => Promise<void> };

  constructor(
    upstream: Upstream,
    ends: { readonly retire: () => void; readonly release: () => Promise<void> },
  ) {
    this.upstream = upstream;
    this.#ends = ends;
  }

  /** The snapshot gets no new requests. */
  retire(): void {
    this.#ends.retire();
  }

  /** Nor has it any in progress. Resolves when the upstream has closed, if nobody else holds it. */
  release(): Promise<void> {
    return this.#ends.release();
  }
}
