import { type ErrorCode, refusal } from '@signet/contracts';
import type { VerificationKey } from '@signet/token/keys';
import { parseCompactJws } from '@signet/token/parse';
import { refused, type Verdict } from '@signet/token/verdict';
import type { VerifiedToken, verifyToken } from '@signet/token/verify';
import type { KeyRing } from '../keys/key-ring.ts';
import { type HeardRevocations, isKeyRevoked } from '../revocations/is-key-revoked.ts';

type Verification = ReturnType<typeof verifyToken>;

/**
 * With the keys as they are known, and once more where another node may have signed with one that is new. A key that was
 * revoked is out before this node has read its keys again; where it has, the refusal says so all the same.
 */
export async function verifyWithRing(
  {
    keys,
    replica,
  }: { readonly keys: Pick<KeyRing, 'now' | 'lookAgain'>; readonly replica: HeardRevocations },
  token: string,
  verify: (verification: readonly VerificationKey[]) => Verification,
): Promise<Verdict<VerifiedToken, ErrorCode>> {
  const first = await verify((await keys.now()).verification);
  const unknown = first.verdict === 'refused' && first.refusal.code === 'key_unknown';
  const verdict = unknown ? await verify((await keys.lookAgain()).verification) : first;
  if (verdict.verdict === 'refused') {
    const revoked = verdict.refusal.code === 'key_unknown' && replica.keyRevoked(namedKey(token));
    return revoked ? refused(keyRevoked) : verdict;
  }
  return (await isKeyRevoked(verdict.token.key, replica)) ? refused(keyRevoked) : verdict;
}

/** Believed of nobody: it chooses between two refusals. */
function namedKey(token: string): string {
  const parsed = parseCompactJws(token, { maxBytes: 16_384, maxValues: 500 });
  const kid = parsed.verdict === 'refused' ? undefined : parsed.token.header['kid'];
  return typeof kid === 'string' ? kid : '';
}

const keyRevoked = refusal('token_revoked.key');
