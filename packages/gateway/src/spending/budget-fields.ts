import type { PageState } from '../ports/index.ts';
import type { NotNeeded, StepTrace } from '../trace.ts';
import { amountIn, type SpendTrace, unitOf } from './spend-trace.ts';

const none: readonly string[] = Object.freeze([]);

/**
 * What a client is told of the budgets that counted its request: `Signet-Budget: "teams";q=50.000000;r=12.500000;u=USD;t=3600`, in
 * the manner of `RateLimit`: how much there is, how much is left, of what, and in how many seconds it is filled again.
 */
export function budgetFields(told: readonly (StepTrace | NotNeeded)[], now: number): readonly string[] {
  const last = told.findLast(isSpending);
  return last?.pages === undefined ? none : fieldsOf(last.pages, last.currency, now);
}

export function fieldsOf(pages: readonly PageState[], currency: string, now: number): readonly string[] {
  if (pages.length === 0) return none;
  return ['signet-budget', pages.map((page) => fieldOf(page, currency, now)).join(', ')];
}

function fieldOf(
  { budget, limit, left, counts, endsAt, soft }: PageState,
  currency: string,
  now: number,
): string {
  const amounts = `q=${amountIn(limit, counts)};r=${amountIn(left, counts)};u=${unitOf(counts, currency)}`;
  return `"${budget}";${amounts};t=${secondsUntil(endsAt, now)}${soft ? ';soft' : ''}`;
}

export function secondsUntil(endsAt: number, now: number): number {
  return Math.max(1, Math.ceil((endsAt - now) / 1000));
}

function isSpending(one: StepTrace | NotNeeded): one is SpendTrace {
  return one.step === 'limit' && 'most' in one;
}
