/**
 * What a token says of itself, in words: its kind, its members, its times. Nothing is verified.
 *
 * @example
 * ```ts
 * import { describeTime, describeToken } from '@signet/token/describe';
 * import { parseToken } from '@signet/token/parse';
 *
 * const now = 1_700_000_000;
 * describeTime(1_700_003_600, now)?.relative; // → 'in 1 h'
 * const { claims } = describeToken(parseToken('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.'), { now });
 * claims.map(({ name, rule }) => [name, rule]); // → [['sub', 'RFC 7519 §4.1.2']]
 * ```
 */

export type { DescribedTime } from './describe-time.ts';
export { describeTime, relativeTime } from './describe-time.ts';
export { describeToken } from './describe-token.ts';
export type { DescribedMember, DescribedToken } from './described-token.ts';
export type { KnownIssuer } from './issuers/known-issuer.ts';
export type { Notice } from './notice.ts';
export type { Meaning } from './registry.ts';
export { claimRegistry, headerRegistry } from './registry.ts';
export type { TokenKind } from './token-kind.ts';
