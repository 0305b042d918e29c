import type { Amounts } from '../ports/ledger.ts';

/** A thousand million units of a currency: sums of many stay exact. */
export const mostAmount = 1_000_000_000_000_000;

export const nothing: Amounts = { micros: 0, tokens: 0 };

/** Each of both, from that of the one and that of the other. */
export function eachAmount(
  one: Amounts,
  other: Amounts,
  combine: (one: number, other: number) => number,
): Amounts {
  return { micros: combine(one.micros, other.micros), tokens: combine(one.tokens, other.tokens) };
}

/** By how much the first is above the second; nothing where it is below. */
export function aboveOf(one: Amounts, other: Amounts): Amounts {
  return eachAmount(one, other, (first, second) => Math.max(0, first - second));
}
