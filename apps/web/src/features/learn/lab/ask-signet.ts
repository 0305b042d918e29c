import type { VerificationKey } from '@signet/token/keys';
import { type VerificationPolicy, verifyToken } from '@signet/token/verify';
import type { OurAnswer } from './attack.ts';
import { policyOf, type Scene } from './scene.ts';

/** Puts a token before Signet's own verifier: the one the gateway uses. */
export async function askSignet(
  token: string,
  keys: readonly VerificationKey[],
  scene: Scene,
  changes: Partial<VerificationPolicy> = {},
): Promise<OurAnswer> {
  const answer = await verifyToken(token, { ...policyOf(scene), keys, ...changes });
  return answer.verdict === 'verified'
    ? { verdict: 'verified' }
    : { verdict: 'refused', refusal: answer.refusal };
}
