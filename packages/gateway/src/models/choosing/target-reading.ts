import { elapsed, type SteadyTime } from '@signet/contracts';

/** Share of the newest among the times that were measured. */
const newest = 0.3;
/** Milliseconds after which what was measured says nothing of now. */
const goodFor = 5 * 60 * 1_000;

/** What is measured of a model at one provider. */
export class TargetReading {
  #inFlight = 0;
  #firstWord = 0;
  #measuredAt: SteadyTime | undefined;

  get inFlight(): number {
    return this.#inFlight;
  }

  asked(): void {
    this.#inFlight += 1;
  }

  over(): void {
    this.#inFlight = Math.max(0, this.#inFlight - 1);
  }

  /** Its first word came after so many milliseconds, or none did in them. */
  spoke(after: number, now: SteadyTime): void {
    const before = this.firstWord(now);
    this.#firstWord = before === undefined ? after : before + (after - before) * newest;
    this.#measuredAt = now;
  }

  /** Milliseconds; undefined where nobody knows, or not any more. */
  firstWord(now: SteadyTime): number | undefined {
    return this.#measuredAt === undefined || elapsed(this.#measuredAt, now) > goodFor
      ? undefined
      : this.#firstWord;
  }
}
