import { elapsed, type FoundPrompt, type SteadyTime } from '@signet/contracts';
import { LRUCache } from 'lru-cache';
import type { FindPrompt } from '../ports/index.ts';
import { type PromptDoor, tellDoor } from './prompt-door.ts';

interface Held {
  readonly found: Promise<FoundPrompt | undefined>;
  readonly at: SteadyTime;
}

/** Milliseconds for which what was found is not asked for again: as long a rollback takes to be everywhere. */
const goodFor = 5_000;
/** Names that there are not are held beside the others: whoever tries them out pushes none of those out for long. */
const mostHeld = 1_000;

/** The prompts that are asked for, each found once at a time, and not again for a while. */
export class KnownPrompts {
  readonly #find: FindPrompt;
  readonly #held = new LRUCache<string, Held>({ max: mostHeld });

  constructor(find: FindPrompt) {
    this.#find = find;
  }

  /** Rejects where nobody can say: that is not held. */
  find(door: PromptDoor, now: SteadyTime): Promise<FoundPrompt | undefined> {
    const key = tellDoor(door);
    const held = this.#held.get(key);
    if (held !== undefined && elapsed(held.at, now) < goodFor) return held.found;
    const found = this.#ask(door);
    this.#held.set(key, { found, at: now });
    found.catch(() => this.#forget(key, found));
    return found;
  }

  async #ask({ name, version }: PromptDoor): Promise<FoundPrompt | undefined> {
    return this.#find(name, version);
  }

  #forget(key: string, failed: Held['found']): void {
    if (this.#held.get(key)?.found === failed) this.#held.delete(key);
  }
}
