import { refusal, type SignetRefusal } from '@signet/contracts';
import { importVerificationKey, thumbprint } from '@signet/token/keys';
import { type CompactJws, parseCompactJws, parseJsonObject, parseToken } from '@signet/token/parse';
import { checkProfile, keyOfProof, type ProofKey } from '@signet/token/profiles';
import { type Claims, verifyParsedSignature } from '@signet/token/verify';
import { assertionAlgorithms } from '../clients/client-keys.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { toSeconds } from '../seconds.ts';
import { type UseOnceParts, useOnce } from '../token-endpoint/use-once.ts';
import type { ProofNonces } from './proof-nonces.ts';

/** The request that a proof must have been made for. */
export interface ProvedRequest {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  /** The token that came beside it, if one did. */
  readonly accessToken?: string;
}

export interface CheckProofParts extends UseOnceParts {
  readonly proofNonces: ProofNonces;
}

const limits = { maxBytes: 8192, maxValues: 100 };
const longestId = 256;
/** Seconds for which the profile takes a proof; a moment more, so that none is forgotten before it is over. */
const rememberedFor = 302;

/**
 * RFC 9449 §4.3: whether the key inside the proof signed it, for this request, lately, and for the first time. Answers the
 * thumbprint of that key (RFC 7638), to which tokens are bound. That it counts once is written down last, so that whoever has
 * no key fills no store.
 */
export async function checkProof(
  proof: string,
  request: ProvedRequest,
  parts: CheckProofParts,
): Promise<Outcome<string>> {
  const read = readProof(proof);
  if (read === undefined) return unreadable;
  const { jws, claims, key } = read;
  if (!(await isSignedBy(jws, key))) return unsigned;
  const broken = await brokenRule(proof, request, toSeconds(parts.wall()));
  if (broken !== undefined) return denied(broken);
  const { jti, nonce, iat } = claims;
  if (typeof jti !== 'string' || jti.length > longestId) return unreadable;
  if (!parts.proofNonces.knows(nonce)) return nonceNeeded;
  const jkt = await thumbprint(key.jwk);
  const until = (Number(iat) + rememberedFor) * 1000;
  return (await useOnce(`proof ${jkt} ${jti}`, until, parts)) ? passed(jkt) : usedBefore;
}

/** Read strictly; only then is the key looked for in what was read. */
function readProof(
  proof: string,
): { readonly jws: CompactJws; readonly claims: Claims; readonly key: ProofKey } | undefined {
  const parsed = parseCompactJws(proof, limits);
  if (parsed.verdict === 'refused') return undefined;
  const claims = parseJsonObject(parsed.token.payload, 'payload', limits);
  const key = keyOfProof(parseToken(proof));
  if (claims.verdict === 'refused' || key === undefined) return undefined;
  return { jws: parsed.token, claims: claims.token, key };
}

async function isSignedBy(jws: CompactJws, { jwk, algorithms }: ProofKey): Promise<boolean> {
  const fitting = algorithms.filter((algorithm) => assertionAlgorithms.includes(algorithm));
  const imported = await Promise.all(
    fitting.map((algorithm) => importVerificationKey({ from: 'jwk', jwk }, algorithm)),
  );
  const keys = imported.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
  return (await verifyParsedSignature(jws, { keys })).verdict === 'verified';
}

async function brokenRule(
  proof: string,
  request: ProvedRequest,
  now: number,
): Promise<SignetRefusal | undefined> {
  const findings = await checkProfile(parseToken(proof), 'dpop-proof', { ...request, now });
  const worst = findings.find(({ level }) => level === 'error');
  return worst && refusal('dpop_proof_invalid.rule', { detail: worst.sentence });
}

const unreadable: Denied = denied(refusal('dpop_proof_invalid.unreadable'));
const unsigned: Denied = denied(refusal('dpop_proof_invalid.unsigned'));
const usedBefore: Denied = denied(refusal('dpop_proof_invalid.used'));
const nonceNeeded: Denied = denied(refusal('dpop_nonce_needed'));
