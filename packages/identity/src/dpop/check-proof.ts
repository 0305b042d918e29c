import { refusal } from '@signet/contracts';
import { believeProof, type ProvedRequest } from '@signet/trust/bearer';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { toSeconds } from '../seconds.ts';
import { type UseOnceParts, useOnce } from '../token-endpoint/use-once.ts';
import type { ProofNonces } from './proof-nonces.ts';

export interface CheckProofParts extends UseOnceParts {
  readonly proofNonces: ProofNonces;
}

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
  const belief = await believeProof(proof, request, toSeconds(parts.wall()));
  if (belief.verdict === 'refused') return denied(belief.refusal);
  const { jkt, jti, nonce, issuedAt } = belief.token;
  if (!parts.proofNonces.knows(nonce)) return nonceNeeded;
  const until = (issuedAt + rememberedFor) * 1000;
  return (await useOnce(`proof ${jkt} ${jti}`, until, parts)) ? passed(jkt) : usedBefore;
}

const usedBefore: Denied = denied(refusal('dpop_proof_invalid.used'));
const nonceNeeded: Denied = denied(refusal('dpop_nonce_needed'));
