import { createHash } from 'node:crypto';
import { type Moment, refusal } from '@signet/contracts';
import { believeProof, type ProvenKey, proofAlgorithms } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { Limiter } from '../ports/index.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Presented } from './passage.ts';

export interface ProveContext {
  readonly head: RequestHead;
  /** By which the client called; asked for where a proof came. */
  readonly origin: () => string;
  readonly now: Moment;
}

/** Milliseconds: five minutes that a proof is good, one that a clock may be ahead, and a moment. */
const rememberedFor = 370_000;
const once = Object.freeze({ count: 1, per: rememberedFor });
const challenge = [
  'www-authenticate',
  `DPoP error="invalid_dpop_proof", algs="${proofAlgorithms.join(' ')}"`,
];

/** Which key the sender of a token has shown to have (RFC 9449 §7); undefined for a token that came without a proof. */
export function proveKey(
  { proof, compact }: Presented,
  { head, origin, now }: ProveContext,
): undefined | Promise<ProvenKey | Denial> {
  if (proof === undefined) return undefined;
  const request = { method: head.method, url: `${origin()}${head.rawPath}`, accessToken: compact };
  return believeProof(proof, request, now.wall / 1000).then((belief) =>
    belief.verdict === 'refused' ? refused(belief.refusal) : belief.token,
  );
}

/**
 * Writes down that a proof has counted. Last of all, so that who has no good token fills no memory; where nobody can say, the
 * request is refused.
 */
export async function useProof(
  { jkt, jti }: ProvenKey,
  limiter: Limiter,
  { steady }: Moment,
): Promise<Denial | undefined> {
  const name = createHash('sha256').update(`${jkt} ${jti}`).digest('base64url');
  try {
    const { admitted } = await limiter.take(`proof:${name}`, once, steady);
    return admitted ? undefined : refused(refusal('dpop_proof_invalid.used'));
  } catch {
    return new Denial('verify-token', refusal('limiter_unavailable'), { headers: ['retry-after', '1'] });
  }
}

/** What is wrong with a proof, in the words of its scheme. */
export function refused(told: Denial['refusal']): Denial {
  return new Denial('verify-token', told, { headers: challenge });
}
