export { checkClaims } from './check-claims.ts';
export { checkTimes } from './check-times.ts';
export { normaliseType } from './check-type.ts';
export type { ClaimPolicy, SignaturePolicy, TimePolicy, VerificationPolicy } from './policy.ts';
export { notAccessTokenTypes } from './policy.ts';
export type { Claims, JoseHeader, VerifiedSignature, VerifiedToken } from './verified-token.ts';
export { verifyParsedSignature, verifySignature } from './verify-signature.ts';
export { verifyToken } from './verify-token.ts';
