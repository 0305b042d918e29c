import { usageFailure } from '../../failure.ts';

/** Seconds since the epoch from `2026-11-23T20:00:00Z` or a number of seconds. */
export function parseInstant(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  const milliseconds = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(milliseconds)) return Math.floor(milliseconds / 1000);
  throw usageFailure({
    sentence: 'This is no point in time.',
    expected: 'a time such as 2026-11-23T20:00:00Z, or seconds since 1970',
    actual: text.slice(0, 40),
    fix: 'Write the time in one of these ways.',
  });
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Seconds since the epoch from `+15m` (from `now`, in seconds) or from what `parseInstant` takes. */
export function parseExpiry(text: string, now: number): number {
  const [, count = '', unit = ''] = /^\+(\d{1,6})([smhd])$/.exec(text) ?? [];
  return count === '' ? parseInstant(text) : now + Number(count) * (units[unit] ?? 1);
}
