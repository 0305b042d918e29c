/**
 * Whether a token keeps the rules of its kind: ID, access and logout tokens, client assertions, DPoP proofs.
 *
 * @example
 * ```ts
 * import { parseToken } from '@signet/token/parse';
 * import { checkProfile, profileOf } from '@signet/token/profiles';
 *
 * const now = 1_700_000_000;
 * // {"typ":"at+jwt","alg":"ES256"} and {"sub":"ada"}
 * const token = parseToken('eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA');
 * profileOf(token, now); // → 'access-token'
 * const findings = await checkProfile(token, 'access-token', { now });
 * findings.some(({ member }) => member === 'iss'); // → true
 * ```
 */

export { checkProfile, profileNames, profileOf } from './check-profile.ts';
export { keyOfProof, type ProofKey } from './key-of-proof.ts';
export type { Expectations, ProfileName } from './profile.ts';
export { type BesideProof, claimsOfProof, lacksRequest, uncheckedOfProof } from './proof-request.ts';
