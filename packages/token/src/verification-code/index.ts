/**
 * Code that verifies such tokens elsewhere, for one algorithm, issuer, audience and type. No key ever stands in it.
 *
 * @example
 * ```ts
 * import { writeVerificationCode } from '@signet/token/verification-code';
 *
 * const written = writeVerificationCode({
 *   stack: 'express',
 *   algorithm: 'ES256',
 *   issuer: 'https://login.example',
 *   audience: 'https://api.example',
 *   clockSkew: 30,
 *   key: { from: 'jwks', url: 'https://login.example/jwks' },
 * });
 * written.kind === 'written' && [written.language, written.proof]; // → ['javascript', 'run']
 * ```
 */

export type {
  CodeKeySource,
  CodeProof,
  CodeRefusalCode,
  CodeRefused,
  CodeRequest,
  CodeStack,
  VerificationCode,
} from './code-request.ts';
export { codeSuggestion } from './code-suggestion.ts';
export type { CodeStackTraits } from './stacks.ts';
export { codeStacks } from './stacks.ts';
export { writeVerificationCode } from './write-verification-code.ts';
