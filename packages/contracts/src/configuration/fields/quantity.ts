import { z } from 'zod';
import { allowed } from './allowed.ts';

const milliseconds: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const bytes: Readonly<Record<string, number>> = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

const durationPattern = /^([0-9]{1,9})(ms|s|m|h|d)$/;
const sizePattern = /^([0-9]{1,9})(B|KiB|MiB|GiB)$/;
const ratePattern = /^([1-9][0-9]{0,8})\/(s|m|h|d)$/;

export interface Range {
  readonly least: string;
  readonly most: string;
  readonly example: string;
}

export interface Rate {
  readonly count: number;
  /** Milliseconds. */
  readonly per: number;
}

/** `15m` → 900000 (milliseconds); `undefined` for anything else than a whole number and ms, s, m, h or d. */
export function parseDuration(text: string): number | undefined {
  return inUnits(durationPattern.exec(text), milliseconds);
}

/** `16KiB` → 16384 (bytes); `undefined` for anything else than a whole number and B, KiB, MiB or GiB. */
export function parseSize(text: string): number | undefined {
  return inUnits(sizePattern.exec(text), bytes);
}

/** `100/s` → `{count: 100, per: 1000}`; `undefined` for anything else than a whole number per s, m, h or d. */
export function parseRate(text: string): Rate | undefined {
  const [, count, unit] = ratePattern.exec(text) ?? [];
  const per = milliseconds[unit ?? ''];
  return per === undefined ? undefined : { count: Number(count), per };
}

function inUnits(match: RegExpExecArray | null, units: Readonly<Record<string, number>>): number | undefined {
  const [, count, unit] = match ?? [];
  const factor = units[unit ?? ''];
  const value = Number(count) * (factor ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}

export function duration(range: Range): z.ZodType<number, string> {
  const fix = `Write a whole number with ms, s, m, h or d, such as \`${range.example}\`.`;
  return quantity(
    durationPattern,
    parseDuration,
    range,
    allowed(`a duration from \`${range.least}\` to \`${range.most}\``, fix),
  );
}

export function size(range: Range): z.ZodType<number, string> {
  const fix = `Write a whole number with B, KiB, MiB or GiB, such as \`${range.example}\`.`;
  return quantity(
    sizePattern,
    parseSize,
    range,
    allowed(`a size from \`${range.least}\` to \`${range.most}\``, fix),
  );
}

function quantity(
  pattern: RegExp,
  parse: (text: string) => number | undefined,
  { least, most }: Range,
  message: string,
): z.ZodType<number, string> {
  const inRange = (text: string): boolean => {
    const value = parse(text) ?? Number.NaN;
    return value >= (parse(least) ?? 0) && value <= (parse(most) ?? 0);
  };
  return z
    .string({ error: message })
    .regex(pattern, { error: message, abort: true })
    .refine(inRange, { error: message })
    .transform((text) => parse(text) ?? 0);
}

const sharePattern = /^([1-9][0-9]?|100)%$/;

/** `10%` → 0.1 */
export function share({ example }: Pick<Range, 'example'>): z.ZodType<number, string> {
  const error = allowed(
    'a share from `1%` to `100%`',
    `Write a whole number with a percent sign, such as \`${example}\`.`,
  );
  return z
    .string({ error })
    .regex(sharePattern, { error })
    .transform((text) => Number.parseInt(text, 10) / 100);
}

const rateMessage = allowed(
  'a whole number of requests in a unit of time',
  'Write it as `100/s`, `1000/m`, `5000/h` or `20000/d`.',
);

export const rateSchema: z.ZodType<Rate, string> = z
  .string({ error: rateMessage })
  .regex(ratePattern, { error: rateMessage })
  .transform((text) => parseRate(text) ?? { count: 0, per: 1 });

const quotaPattern = /^([1-9][0-9]{0,8})\/(day|month)$/;
const quotaMessage = allowed(
  'a whole number of requests in a day or a month of the calendar',
  'Write it as `10000/day` or `200000/month`.',
);

/** `10000/day` → `{quota: 10000, period: 'day'}` */
export const quotaSchema: z.ZodType<{ readonly quota: number; readonly period: 'day' | 'month' }, string> = z
  .string({ error: quotaMessage })
  .regex(quotaPattern, { error: quotaMessage })
  .transform((text) => ({
    quota: Number.parseInt(text, 10),
    period: text.endsWith('/day') ? ('day' as const) : ('month' as const),
  }));

export function count(least: number, most: number): z.ZodType<number, number> {
  const error = allowed(
    `a whole number from ${least} to ${most}`,
    'Write the number without a unit or quotes.',
  );
  return z.int({ error }).min(least, { error }).max(most, { error });
}
