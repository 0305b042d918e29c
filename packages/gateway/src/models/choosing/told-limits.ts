import type { WallTime } from '@signet/contracts';
import { valuesOf } from '../../request/values-of.ts';

/** What a provider says is left to a key. */
export interface Allowance {
  readonly left: number;
  /** Milliseconds until it is whole again. */
  readonly resetsIn: number;
}

/** What the headers of an answer say of the key by which it was asked. */
export interface ToldLimits {
  readonly requests: Allowance | undefined;
  readonly tokens: Allowance | undefined;
  /** Milliseconds in which it is not to be asked. */
  readonly retryAfter: number | undefined;
}

/** Whatever a provider says, no key is left alone for longer without being tried again. */
export const longestPause: number = 24 * 60 * 60 * 1_000;

/** Those of OpenAI and of who speaks as it does; those of Anthropic; and what HTTP has for all. */
export function readToldLimits(headers: readonly string[], now: WallTime): ToldLimits {
  return {
    requests: openaiAllowance(headers, 'requests') ?? anthropicAllowance(headers, 'requests', now),
    tokens:
      openaiAllowance(headers, 'tokens') ??
      scarcest(['tokens', 'input-tokens'].map((of) => anthropicAllowance(headers, of, now))),
    retryAfter: retryAfterIn(headers, now),
  };
}

function openaiAllowance(headers: readonly string[], of: string): Allowance | undefined {
  const left = amountOf(one(headers, `x-ratelimit-remaining-${of}`));
  const resetsIn = spanOf(one(headers, `x-ratelimit-reset-${of}`));
  return left === undefined || resetsIn === undefined ? undefined : { left, resetsIn };
}

function anthropicAllowance(headers: readonly string[], of: string, now: WallTime): Allowance | undefined {
  const left = amountOf(one(headers, `anthropic-ratelimit-${of}-remaining`));
  const resetsIn = untilDate(one(headers, `anthropic-ratelimit-${of}-reset`), now);
  return left === undefined || resetsIn === undefined ? undefined : { left, resetsIn };
}

function scarcest(allowances: readonly (Allowance | undefined)[]): Allowance | undefined {
  return allowances
    .filter((allowance) => allowance !== undefined)
    .reduce<Allowance | undefined>(
      (least, each) => (least === undefined || each.left < least.left ? each : least),
      undefined,
    );
}

function retryAfterIn(headers: readonly string[], now: WallTime): number | undefined {
  const exact = amountOf(one(headers, 'retry-after-ms'));
  if (exact !== undefined) return bounded(exact);
  const said = one(headers, 'retry-after');
  const seconds = amountOf(said);
  return seconds === undefined ? untilDate(said, now) : bounded(seconds * 1_000);
}

/** One that comes twice says nothing that could be relied upon. */
function one(headers: readonly string[], name: string): string | undefined {
  const [value, second] = valuesOf(name, headers);
  return second === undefined ? value?.trim() : undefined;
}

function amountOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `6m0s`, `20ms`, `8.64s`; a bare number is seconds. */
function spanOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = amountOf(text);
  if (seconds !== undefined) return bounded(seconds * 1_000);
  if (!/^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m|h|d)){1,5}$/.test(text)) return undefined;
  let sum = 0;
  for (const [, count = '0', unit = ''] of text.matchAll(/(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h|d)/g))
    sum += Number(count) * (units[unit] ?? 0);
  return bounded(sum);
}

function untilDate(text: string | undefined, now: WallTime): number | undefined {
  if (text === undefined || text.length > 40 || !/^[A-Za-z\d][\w ,:.+-]*$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : bounded(at - now);
}

function bounded(milliseconds: number): number {
  return Math.ceil(Math.min(Math.max(milliseconds, 0), longestPause));
}
