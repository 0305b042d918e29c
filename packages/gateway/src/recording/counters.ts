import type { ErrorCode } from '@signet/contracts';
import type { Denial } from '../denial.ts';

export interface Counts {
  readonly requests: number;
  readonly forwarded: number;
  /** Refusals and failures by their code. */
  readonly byCode: Readonly<Partial<Record<ErrorCode, number>>>;
}

/** Counts every request, whether or not a record of it is kept. */
export class Counters {
  #requests = 0;
  #forwarded = 0;
  readonly #byCode = new Map<ErrorCode, number>();

  count(denial: Denial | undefined): void {
    this.#requests += 1;
    if (denial === undefined) this.#forwarded += 1;
    else this.#byCode.set(denial.refusal.code, (this.#byCode.get(denial.refusal.code) ?? 0) + 1);
  }

  read(): Counts {
    const byCode: Counts['byCode'] = Object.fromEntries(this.#byCode);
    return { requests: this.#requests, forwarded: this.#forwarded, byCode };
  }
}
