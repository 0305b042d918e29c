import type { LimitAnswer } from '@signet/gateway/ports';

export interface Budget {
  readonly count: number;
  /** Milliseconds in which a spent budget is whole again. */
  readonly per: number;
}

export interface Take {
  readonly answer: LimitAnswer;
  /** When the budget will be whole again, in milliseconds since the epoch: all there is to remember of it. */
  readonly wholeAt: number;
}

/**
 * The generic cell rate algorithm: a whole budget may be spent at once and fills again evenly, one each
 * `per / count`. One number of state for each key; ITU-T I.371 Annex A.
 */
export function takeOne(wholeAt: number, { count, per }: Budget, now: number): Take {
  const each = per / count;
  const next = Math.max(wholeAt, now) + each;
  const wait = next - per - now;
  // Rounding in the sum must not cost the last of a budget.
  if (wait > each * 1e-6) return { answer: { admitted: false, retryAfterMs: Math.ceil(wait) }, wholeAt };
  return { answer: { admitted: true, remaining: Math.floor((each * 1e-3 - wait) / each) }, wholeAt: next };
}
