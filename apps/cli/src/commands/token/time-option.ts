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

/** The seconds of a time that the user named, or of the clock. */
export function instantOf(at: string | undefined, clock: () => number): number {
  return at === undefined ? Math.floor(clock() / 1000) : parseInstant(at);
}

const mostSkew = 86_400;

/** Seconds by which clocks may differ, from `30s`, `2m` or a number of seconds; at most a day. */
export function parseSkew(text: string | undefined): number {
  if (text === undefined) return 0;
  const [, count = '', unit = 's'] = /^(\d{1,6})([smhd])?$/.exec(text) ?? [];
  const seconds = count === '' ? Number.NaN : Number(count) * (units[unit] ?? 1);
  if (seconds <= mostSkew) return seconds;
  throw usageFailure({
    sentence: 'This is no difference of clocks.',
    expected: 'a duration such as 30s or 2m, at most a day',
    actual: text.slice(0, 40),
    fix: 'Write the duration in one of these ways.',
  });
}
