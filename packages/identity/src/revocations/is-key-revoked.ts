import type { VerificationKey } from '@signet/token/keys';
import type { RevocationReplica } from './revocation-replica.ts';

export type HeardRevocations = Pick<RevocationReplica, 'catchUp' | 'keyRevoked'>;

/** Whether everything that this key signed was revoked: asked of the key that verified a token, not of what its header names. */
export async function isKeyRevoked(
  { kid }: Pick<VerificationKey, 'kid'>,
  replica: HeardRevocations,
): Promise<boolean> {
  await replica.catchUp();
  return kid !== undefined && replica.keyRevoked(kid);
}
