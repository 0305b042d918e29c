import { type SteadyTime, steadyMilliseconds } from '@signet/contracts';
import type { LimitAnswer } from '../ports/limiter.ts';

export interface Budget {
  readonly count: number;
  /** Milliseconds in which a spent budget is whole again. */
  readonly per: number;
}

export interface Take {
  readonly answer: LimitAnswer;
  /** When the budget will be whole again, in milliseconds of the steady clock: all there is to remember of it. */
  readonly wholeAt: number;
}

/**
 * The generic cell rate algorithm: a whole budget may be spent at once and fills again evenly, one each
 * `per / count`. One number of state for each key; ITU-T I.371 Annex A. No budget owes more than the whole of itself:
 * where one seems to, the clock went back, and it counts as spent.
 */
export function takeOne(wholeAt: number, { count, per }: Budget, time: SteadyTime): Take {
  const now = steadyMilliseconds(time);
  const each = per / count;
  const owed = Math.min(Math.max(wholeAt, now), now + per);
  const next = owed + each;
  const wait = next - per - now;
  // Rounding in the sum must not cost the last of a budget.
  if (wait > each * 1e-6)
    return { answer: { admitted: false, retryAfterMs: Math.ceil(wait) }, wholeAt: owed };
  return { answer: { admitted: true, remaining: Math.floor((each * 1e-3 - wait) / each) }, wholeAt: next };
}
