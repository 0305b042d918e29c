import { elapsed, type SteadyClock, type SteadyTime, type WallTime } from '@signet/contracts';
import type { ResponseHead } from '../../http1/response-head.ts';
import type { Breaker } from '../../upstream/breaker.ts';
import type { Verdict } from './after-failure.ts';
import type { KeyAtModel, Seen } from './key-at-model.ts';
import type { TargetReading } from './target-reading.ts';
import { readToldLimits } from './told-limits.ts';

export interface WatchParts {
  /** Undefined where the provider needs no key. */
  readonly key: KeyAtModel | undefined;
  readonly reading: TargetReading;
  /** Undefined where the provider is never left alone. */
  readonly breaker: Breaker | undefined;
  readonly at: WallTime;
  readonly steady: SteadyClock;
  /** What the question is likely to take. */
  readonly tokens: number;
}

/** What one question to one provider tells of it, and of the key by which it is asked. */
export class AttemptWatch {
  readonly #parts: WatchParts;
  readonly #begun: SteadyTime;
  readonly #seen: Seen | undefined;
  #heard = false;
  #spoke = false;
  #over = false;
  #pause: number | undefined;

  constructor(parts: WatchParts) {
    const { key, reading, breaker, steady, tokens } = parts;
    this.#parts = parts;
    this.#begun = steady();
    this.#seen = key?.asked(tokens);
    reading.asked();
    breaker?.asked(this.#begun);
  }

  /** Milliseconds for which the provider wants to be left in peace; undefined where it has not said. */
  get pause(): number | undefined {
    return this.#pause;
  }

  /** The head of an answer is there, whatever it says. */
  heard({ status, rawHeaders }: Pick<ResponseHead, 'status' | 'rawHeaders'>): void {
    const { key, breaker, at, steady } = this.#parts;
    const now = steady();
    this.#heard = true;
    const limits = readToldLimits(rawHeaders, at);
    this.#pause = limits.retryAfter;
    key?.told(limits, now);
    breaker?.answered(status, now);
  }

  /** The first event of a stream. */
  spoke(): void {
    if (this.#spoke) return;
    this.#spoke = true;
    const now = this.#parts.steady();
    this.#parts.reading.spoke(elapsed(this.#begun, now), now);
  }

  /** @param verdict undefined where it was answered, or nobody waits for the answer any more */
  over(outcome: 'answered' | 'left' | 'failed', verdict?: Verdict, pause?: number): void {
    if (this.#over) return;
    this.#over = true;
    const { key, reading, breaker, steady } = this.#parts;
    const now = steady();
    key?.over();
    reading.over();
    if (outcome === 'answered' && this.#seen !== undefined) key?.answered(this.#seen);
    if (outcome !== 'failed') return;
    this.#pause ??= pause;
    if (verdict?.blow !== undefined) key?.struck(verdict.blow, this.#pause, now);
    if (!this.#heard) breaker?.failed(now);
    // Who does not speak at all is not the fastest.
    if (!this.#spoke && verdict?.tooSlow === true) reading.spoke(elapsed(this.#begun, now), now);
  }
}
