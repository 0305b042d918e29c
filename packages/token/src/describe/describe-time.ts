/** An instant in words. */
export interface DescribedTime {
  /** Milliseconds since the epoch, corrected where the claim was in milliseconds. */
  readonly at: number;
  /** ISO 8601 in UTC. */
  readonly iso: string;
  /** As people say it: `in 4 min`, `3 days ago`, `now`. */
  readonly relative: string;
  /** True where the number only makes sense as milliseconds, which NumericDate is not (RFC 7519 §2). */
  readonly inMilliseconds: boolean;
}

/** As seconds, this is the year 33658: nobody means it, while many write the year 9999; as milliseconds it is 2001. */
const leastMilliseconds = 1_000_000_000_000;

/** Whether a NumericDate only makes sense as milliseconds, which it must not be (RFC 7519 §2). */
export function isInMilliseconds(time: number): boolean {
  return Math.abs(time) >= leastMilliseconds;
}

/** Describes a NumericDate (seconds) against `now` (seconds); undefined where no calendar holds it. */
export function describeTime(seconds: number, now: number): DescribedTime | undefined {
  const inMilliseconds = isInMilliseconds(seconds);
  const at = inMilliseconds ? seconds : seconds * 1000;
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString().replace('.000Z', 'Z');
  return { at, iso, relative: relativeTime(at / 1000, now), inMilliseconds };
}

const units: readonly (readonly [number, string, string])[] = [
  [365.25 * 86_400, 'year', 'years'],
  [30.4375 * 86_400, 'month', 'months'],
  [86_400, 'day', 'days'],
  [3_600, 'h', 'h'],
  [60, 'min', 'min'],
  [1, 's', 's'],
];

/** `in 4 min` or `3 days ago`, in the largest whole unit; both arguments in seconds. */
export function relativeTime(seconds: number, now: number): string {
  const distance = Math.abs(seconds - now);
  const unit = units.find(([size]) => distance >= size);
  if (unit === undefined) return 'now';
  const [size, one, many] = unit;
  const count = Math.floor(distance / size);
  const span = `${count} ${count === 1 ? one : many}`;
  return seconds > now ? `in ${span}` : `${span} ago`;
}
