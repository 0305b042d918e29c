import { refusal, type SignetRefusal } from '@signet/contracts';
import {
  algorithmTraits,
  importVerificationKey,
  type SignatureAlgorithm,
  signatureAlgorithms,
  thumbprint,
} from '@signet/token/keys';
import { type CompactJws, parseCompactJws, parseJsonObject, parseToken } from '@signet/token/parse';
import { checkProfile, keyOfProof, type ProofKey } from '@signet/token/profiles';
import { verified } from '@signet/token/verdict';
import { type Claims, verifyParsedSignature } from '@signet/token/verify';
import { type Belief, disbelief } from './belief.ts';

/** The request that a proof must have been made for. */
export interface ProvedRequest {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  /** The token that came beside it, if one did. */
  readonly accessToken?: string;
}

/** What a good proof shows. Whether it was used before is for the caller, who remembers. */
export interface ProvenKey {
  /** The thumbprint of its key (RFC 7638), to which tokens are bound. */
  readonly jkt: string;
  readonly jti: string;
  readonly nonce: unknown;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

/** By which a proof may be signed: none that needs a secret which both sides know. */
export const proofAlgorithms: readonly SignatureAlgorithm[] = signatureAlgorithms.filter(
  (algorithm) => algorithmTraits(algorithm).family !== 'HMAC',
);

const limits = { maxBytes: 8192, maxValues: 100 };
const longestId = 256;

/**
 * RFC 9449 §4.3: whether the key inside the proof signed it, for this request and lately.
 * @param now seconds since the epoch
 */
export async function believeProof(
  proof: string,
  request: ProvedRequest,
  now: number,
): Promise<Belief<ProvenKey>> {
  const read = readProof(proof);
  // An address that is none would fit every proof.
  if (read === undefined || !URL.canParse(request.url)) return unreadable;
  const { jws, claims, key } = read;
  if (!(await isSignedBy(jws, key))) return disbelief(refusal('dpop_proof_invalid.unsigned'));
  const broken = await brokenRule(proof, request, now);
  if (broken !== undefined) return disbelief(broken);
  const { jti, nonce, iat } = claims;
  if (typeof jti !== 'string' || jti.length > longestId) return unreadable;
  return verified({ jkt: await thumbprint(key.jwk), jti, nonce, issuedAt: Number(iat) });
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
  const fitting = algorithms.filter((algorithm) => proofAlgorithms.includes(algorithm));
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

const unreadable = disbelief(refusal('dpop_proof_invalid.unreadable'));
