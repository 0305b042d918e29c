import { KeyAtModel } from './key-at-model.ts';
import { KeyStanding } from './key-standing.ts';
import { TargetReading } from './target-reading.ts';

/** Of each kind; what was not looked at for longest goes first, and begins anew when it comes again. */
const mostKept = 4_096;

/** How keys and models stand, as far as this process has seen: of all snapshots, so that a reload forgets nothing. */
export class Standings {
  readonly #everywhere = new Map<string, KeyStanding>();
  readonly #keys = new Map<string, KeyAtModel>();
  readonly #targets = new Map<string, TargetReading>();

  /** How much stands in memory: never more than a bound, as callers may name models. */
  get size(): number {
    return this.#everywhere.size + this.#keys.size + this.#targets.size;
  }

  /** @param reference where the key is, as the configuration says it */
  key(provider: string, reference: string, model: string): KeyAtModel {
    const everywhere = kept(this.#everywhere, [provider, reference], () => new KeyStanding());
    const made = () => new KeyAtModel(everywhere, new KeyStanding());
    return kept(this.#keys, [provider, reference, model], made);
  }

  target(provider: string, model: string): TargetReading {
    return kept(this.#targets, [provider, model], () => new TargetReading());
  }
}

function kept<Value>(all: Map<string, Value>, names: readonly string[], make: () => Value): Value {
  const key = JSON.stringify(names);
  const found = all.get(key) ?? make();
  // Put at the end again: what stands first is what was not looked at for longest.
  all.delete(key);
  all.set(key, found);
  if (all.size > mostKept) {
    const [oldest] = all.keys();
    if (oldest !== undefined) all.delete(oldest);
  }
  return found;
}
