import { usageFailure } from '../../failure.ts';

/** The number of an applied configuration, as it is typed. */
export function numberOf(text: string, least: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least) return number;
  throw usageFailure({
    sentence: 'This is no number of an applied configuration.',
    expected: `a whole number from ${least}`,
    actual: text.slice(0, 40),
    fix: 'List them with `signet config history`.',
  });
}
