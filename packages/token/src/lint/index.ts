/**
 * What is unwise about a token, with the section that says so; the worst comes first.
 *
 * @example
 * ```ts
 * import { lintToken } from '@signet/token/lint';
 * import { parseToken } from '@signet/token/parse';
 *
 * const findings = await lintToken(parseToken('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.'), { now: 1_700_000_000 });
 * [findings[0]?.rule, findings[0]?.level]; // → ['lint/alg-none', 'error']
 * ```
 */

export type { Finding, Span } from './finding.ts';
export type { LintOptions } from './lint-token.ts';
export { lintToken } from './lint-token.ts';
export type { SarifLog, SarifSource } from './to-sarif.ts';
export { toSarif } from './to-sarif.ts';
