/**
 * Two tokens side by side, member by member and to the last digit. Nothing is verified.
 *
 * @example
 * ```ts
 * import { compareTokens } from '@signet/token/compare';
 * import { parseToken } from '@signet/token/parse';
 *
 * // {"sub":"ada"} and {"sub":"eve"}, unsigned
 * const one = parseToken('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.');
 * const other = parseToken('eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ.');
 * const { same, claims } = compareTokens(one, other);
 * same; // → false
 * claims; // → [{ name: 'sub', kind: 'changed', first: '"ada"', second: '"eve"' }]
 * ```
 */

export type { ComparedMember, TokenComparison } from './compare-tokens.ts';
export { compareTokens } from './compare-tokens.ts';
