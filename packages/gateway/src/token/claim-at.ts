import type { ClaimPath } from '@signet/contracts';
import { isExactNumber } from '@signet/token/json';

/** The value at a path of claims; `undefined` when any part of the way is missing. Reads own members only. */
export function claimAt(claims: Readonly<Record<string, unknown>>, path: ClaimPath): unknown {
  let value: unknown = claims;
  for (const member of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, member)) return undefined;
    if (isExactNumber(value)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[member];
  }
  return value;
}

/**
 * The value as one word of text: strings as they are, all else as JSON. A number that no double holds is written with the
 * digits of the token, so that two subjects never become one.
 */
export function claimText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
