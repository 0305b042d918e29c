import { readAlgorithm } from '../keys/algorithm.ts';
import { type CompactJws, parseCompactJws } from '../parse/parse-compact-jws.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import { checkAlgorithmNamed, checkExtensions } from './check-header.ts';
import { checkByWebCrypto } from './check-signature.ts';
import type { SignaturePolicy } from './policy.ts';
import { selectKeys } from './select-keys.ts';
import { signatureInvalid } from './signature-refusals.ts';
import type { VerifiedSignature } from './verified-token.ts';

/**
 * Does a trusted key vouch for these bytes? Looks at nothing but the header until it does.
 * Refuses with a code of `verdictCodes`; rejects only when the runtime fails.
 */
export async function verifySignature(
  token: string,
  policy: SignaturePolicy,
): Promise<Verdict<VerifiedSignature>> {
  const parsed = parseCompactJws(token, policy);
  if (parsed.verdict === 'refused') return parsed;
  return verifyParsedSignature(parsed.token, policy);
}

/** As `verifySignature`, for a token that went through `parseCompactJws` already. */
export async function verifyParsedSignature(
  jws: CompactJws,
  { keys, check = checkByWebCrypto }: Pick<SignaturePolicy, 'keys' | 'check'>,
): Promise<Verdict<VerifiedSignature>> {
  const { header, payload } = jws;
  const refusal = checkAlgorithmNamed(header.alg) ?? checkExtensions(header);
  if (refusal !== undefined) return refusal;
  const candidates = selectKeys(header, keys);
  if (candidates.verdict === 'refused') return candidates;
  const algorithm = readAlgorithm(header.alg);
  for (const key of candidates.token.keys) {
    if (key.algorithm === algorithm && (await check(jws, key))) return verified({ header, payload, key });
  }
  return signatureInvalid(jws, candidates.token);
}
