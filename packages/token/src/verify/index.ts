/**
 * Whether to believe a token: signature first, then its claims, by a policy that names what is expected.
 *
 * @example
 * ```ts
 * import { generateKeyPair } from '@signet/token/keys';
 * import { signToken } from '@signet/token/sign';
 * import { verifyToken } from '@signet/token/verify';
 *
 * const now = 1_700_000_000;
 * const { signing, verification } = await generateKeyPair('ES256', 'key-1');
 * const claims = { iss: 'https://login.example', aud: 'https://api.example', sub: 'ada', exp: now + 900 };
 * const token = await signToken(claims, { key: signing, type: 'at+jwt' });
 * const policy = { keys: [verification], issuers: ['https://login.example'], type: 'at+jwt', now, clockSkew: 30 };
 * const verdict = await verifyToken(token, { ...policy, audiences: ['https://api.example'] });
 * verdict.verdict === 'verified' && verdict.token.claims['sub']; // → 'ada'
 * const elsewhere = await verifyToken(token, { ...policy, audiences: ['https://other.example'] });
 * elsewhere.verdict === 'refused' && elsewhere.refusal.code; // → 'audience_unexpected'
 * ```
 */

export { unexpectedAudience } from './check-audience.ts';
export { checkClaims } from './check-claims.ts';
export { type CheckSignature, checkByWebCrypto } from './check-signature.ts';
export { checkTimes } from './check-times.ts';
export { normaliseType } from './check-type.ts';
export type {
  AudienceClaim,
  ClaimPolicy,
  SignaturePolicy,
  TimePolicy,
  VerificationPolicy,
} from './policy.ts';
export { audienceClaims, notAccessTokenTypes } from './policy.ts';
export type { Claims, JoseHeader, VerifiedSignature, VerifiedToken } from './verified-token.ts';
export { verifyParsedSignature, verifySignature } from './verify-signature.ts';
export { verifyToken } from './verify-token.ts';
