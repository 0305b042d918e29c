import { isId } from '@signet/contracts';
import type { SessionStore } from '../ports/index.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';

/** By what an access token of this issuer can be revoked. */
export interface RevocableNames {
  readonly jti: string;
  readonly clientId: string;
  readonly sub: unknown;
  /** Absent in a token of a client itself. */
  readonly sid?: unknown;
  /** Absent in one of before families were named. */
  readonly family?: unknown;
  /** Of which organisation it is; absent of most. */
  readonly organization?: unknown;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

export interface RevokedParts {
  readonly sessions: SessionStore;
  readonly replica: RevocationReplica;
}

/** Whether token, client, account or session was revoked. A session that is not known counts as over. */
export async function isRevoked(
  { jti, clientId, sub, sid, family, organization, issuedAt }: RevocableNames,
  { sessions, replica }: RevokedParts,
): Promise<boolean> {
  const session = isId('session', sid) ? await sessions.find(sid) : undefined;
  await replica.catchUp();
  if (sid !== undefined && (session === undefined || session.endedAt !== undefined)) return true;
  if (typeof family === 'string' && replica.familyRevoked(family)) return true;
  if (replica.tokenRevoked(jti) || replica.clientRevoked(clientId, issuedAt)) return true;
  if (replica.consentRevoked(clientId, String(sub), issuedAt)) return true;
  if (typeof organization === 'string') {
    if (replica.organizationRevoked(organization, String(sub), issuedAt)) return true;
  }
  return isId('account', sub) && replica.subjectRevoked(sub, issuedAt);
}
