import { type Budget, type SteadyTime, steadyMilliseconds } from '@signet/contracts';
import type { LimitAnswer } from '../ports/limiter.ts';

export interface Take {
  readonly answer: LimitAnswer;
  /** When the budget will be whole again, in milliseconds of the steady clock: all there is to remember of it. */
  readonly wholeAt: number;
}

/** Milliseconds in which a budget of which all that may come at once has come is whole again. */
export function wholeIn({ count, per, burst = count }: Budget): number {
  return burst === count ? per : (per / count) * burst;
}

/**
 * The generic cell rate algorithm: so many as `burst` says may come at once, all of the budget unless it says fewer, and
 * it fills again evenly, one each `per / count`. So in any time of `per` there are fewer than `count + burst`, never
 * twice the number. One number of state for each key; ITU-T I.371 Annex A. No budget owes more than the whole of itself:
 * where one seems to, the clock went back, and it counts as spent.
 */
export function takeOne(wholeAt: number, budget: Budget, time: SteadyTime): Take {
  const now = steadyMilliseconds(time);
  const each = budget.per / budget.count;
  const whole = wholeIn(budget);
  const owed = Math.min(Math.max(wholeAt, now), now + whole);
  const next = owed + each;
  const wait = next - whole - now;
  // Rounding in the sum must not cost the last of a budget.
  if (wait > each * 1e-6)
    return { answer: { admitted: false, retryAfterMs: Math.ceil(wait) }, wholeAt: owed };
  return { answer: { admitted: true, remaining: Math.floor((each * 1e-3 - wait) / each) }, wholeAt: next };
}
