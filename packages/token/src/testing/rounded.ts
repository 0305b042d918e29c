import { isExactNumber } from '../json/exact-number.ts';

/** A value with every number as JavaScript holds it, as `JSON.parse` would have made it. */
export function rounded(value: unknown): unknown {
  if (isExactNumber(value)) return Number(value.rawJSON);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rounded(inner)]));
}
