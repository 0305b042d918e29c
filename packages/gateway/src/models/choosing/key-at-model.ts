import type { SteadyTime, WallTime } from '@signet/contracts';
import type { KeyBlow } from './after-failure.ts';
import type { KeyRules, KeyStanding, KeyStatus } from './key-standing.ts';
import type { ToldLimits } from './told-limits.ts';

/** What had become of a key when a question went out by it. */
export interface Seen {
  readonly everywhere: number;
  readonly here: number;
}

/**
 * A key as one model is asked by it. Whether it is taken at all is so for all models; how often it may be used is counted by
 * providers for each model.
 */
export class KeyAtModel {
  readonly #everywhere: KeyStanding;
  readonly #here: KeyStanding;

  constructor(everywhere: KeyStanding, here: KeyStanding) {
    this.#everywhere = everywhere;
    this.#here = here;
  }

  read(value: string): void {
    this.#everywhere.read(value);
    this.#here.read(value);
  }

  away(rules: KeyRules, at: WallTime, now: SteadyTime): ReturnType<KeyStanding['away']> {
    return this.#everywhere.away(rules, at, now) ?? this.#here.away(rules, at, now);
  }

  wait(tokens: number, now: SteadyTime): number {
    return this.#here.wait(tokens, now);
  }

  asked(tokens: number): Seen {
    this.#here.asked(tokens);
    return { everywhere: this.#everywhere.blows, here: this.#here.blows };
  }

  over(): void {
    this.#here.over();
  }

  told(limits: ToldLimits, now: SteadyTime): void {
    this.#here.told(limits, now);
  }

  answered({ everywhere, here }: Seen): void {
    this.#everywhere.answered(everywhere);
    this.#here.answered(here);
  }

  struck(blow: KeyBlow, retryAfter: number | undefined, now: SteadyTime): void {
    const standing = blow === 'cooling' ? this.#here : this.#everywhere;
    standing.struck(blow, retryAfter, now);
  }

  status(rules: KeyRules, at: WallTime, now: SteadyTime): KeyStatus {
    const away = this.#everywhere.away(rules, at, now);
    return { ...this.#here.status(rules, at, now), ...away };
  }
}
