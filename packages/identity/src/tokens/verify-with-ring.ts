import type { VerificationKey } from '@signet/token/keys';
import type { verifyToken } from '@signet/token/verify';
import type { KeyRing } from '../keys/key-ring.ts';

type Verification = ReturnType<typeof verifyToken>;

/** With the keys as they are known, and once more where another node may have signed with one that is new. */
export async function verifyWithRing(
  keys: Pick<KeyRing, 'now' | 'lookAgain'>,
  verify: (verification: readonly VerificationKey[]) => Verification,
): Promise<Awaited<Verification>> {
  const first = await verify((await keys.now()).verification);
  const unknown = first.verdict === 'refused' && first.refusal.code === 'key_unknown';
  return unknown ? verify((await keys.lookAgain()).verification) : first;
}
