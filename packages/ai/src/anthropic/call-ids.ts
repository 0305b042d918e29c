import type { Losses } from '../model/loss.ts';

/** Ids of calls within one answer: of two alike the second gets a name of its own, as results are told by it. */
export class CallIds {
  readonly #seen = new Set<string>();
  readonly #losses: Losses;

  constructor(losses: Losses) {
    this.#losses = losses;
  }

  of(id: string): string {
    let free = id;
    for (let count = 2; this.#seen.has(free) || free === ''; count += 1) free = `${id || 'call'}_${count}`;
    this.#seen.add(free);
    if (free !== id) {
      const reason = 'the provider used one id for two calls, or none';
      this.#losses.note({ path: 'content[].id', of: 'answer', fate: 'emulated', reason });
    }
    return free;
  }
}
