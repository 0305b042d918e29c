/**
 * What a decision about a token is made of: verified or refused, with a stable code and no token in any sentence.
 *
 * @example
 * ```ts
 * import { quote, refused, type Verdict, verdictCodes } from '@signet/token/verdict';
 *
 * const verdict: Verdict<string> = refused({
 *   code: 'audience_unexpected',
 *   sentence: 'The token is for somebody else.',
 *   expected: 'https://api.example',
 *   actual: quote('https://other.example\n'),
 *   member: 'aud',
 * });
 * verdict.verdict; // → 'refused'
 * verdictCodes.includes('audience_unexpected'); // → true
 * quote('two\nlines').includes('\n'); // → false
 * ```
 */

export { quote } from './quote.ts';
export { showUnseen, showUnseenInLine } from './show-unseen.ts';
export type { Refusal, Refused, Verdict, Verified } from './verdict.ts';
export { refused, verified } from './verdict.ts';
export type { VerdictCode } from './verdict-code.ts';
export { verdictCodes } from './verdict-code.ts';
