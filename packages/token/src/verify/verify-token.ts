import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import { checkClaims } from './check-claims.ts';
import type { VerificationPolicy } from './policy.ts';
import type { VerifiedToken } from './verified-token.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * May this token be believed? The signature is checked before any claim is read (RFC 8725 §3.2, RFC 7519 §7.2).
 * Refuses with a code of `verdictCodes`; rejects only when the runtime fails, which a caller must treat as a refusal.
 */
export async function verifyToken(
  token: string,
  policy: VerificationPolicy,
): Promise<Verdict<VerifiedToken>> {
  const signature = await verifySignature(token, policy);
  if (signature.verdict === 'refused') return signature;
  const { header, payload, key } = signature.token;
  const claims = parseJsonObject(payload, 'payload');
  if (claims.verdict === 'refused') return claims;
  const checked = checkClaims(claims.token, header, policy);
  if (checked.verdict === 'refused') return checked;
  return verified({ header, claims: checked.token, key });
}
