import { parseId, type SessionId } from '@signet/contracts';
import { verifySignature } from '@signet/token/verify';
import type { KeyRing } from '../../keys/key-ring.ts';
import { isKeyRevoked } from '../../revocations/is-key-revoked.ts';
import type { RevocationReplica } from '../../revocations/revocation-replica.ts';

/** What an ID token says that an app shows to say whose log-out it asks for. */
export interface LogoutHint {
  readonly sid: SessionId;
  readonly clientId: string;
}

export interface ReadHintParts {
  readonly issuer: string;
  readonly keys: Pick<KeyRing, 'now'>;
  readonly replica: RevocationReplica;
}

/**
 * `undefined` for whatever is no ID token of ours. One that has expired counts: an app asks when the day is over
 * (RP-Initiated Logout 1.0 §2).
 */
export async function readHint(
  token: string | undefined,
  { issuer, keys, replica }: ReadHintParts,
): Promise<LogoutHint | undefined> {
  if (token === undefined) return undefined;
  const { verification } = await keys.now();
  const verdict = await verifySignature(token, { keys: verification });
  if (verdict.verdict === 'refused' || verdict.token.header['typ'] !== 'JWT') return undefined;
  if (await isKeyRevoked(verdict.token.key, replica)) return undefined;
  const claims: unknown = JSON.parse(Buffer.from(verdict.token.payload).toString('utf8'));
  if (typeof claims !== 'object' || claims === null) return undefined;
  const { iss, aud, sid: named }: { iss?: unknown; aud?: unknown; sid?: unknown } = claims;
  const sid = parseId('session', named);
  return iss === issuer && typeof aud === 'string' && sid !== undefined ? { sid, clientId: aud } : undefined;
}
