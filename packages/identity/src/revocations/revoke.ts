import {
  type AuditDetails,
  type AuditTarget,
  apiKeyIssuer,
  builtInClient,
  type IdentityConfiguration,
  isId,
  type RevocationEntry,
  type RevocationReason,
  type RevocationTarget,
  refusal,
  SignetError,
  type WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { RevokeKey } from '../keys/revoke-key.ts';
import type { AccountStore, ApiKeyStore, RevocationAnnouncer, RevocationLog } from '../ports/index.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import type { LatestExpiry } from '../tokens/latest-expiry.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';
import { forgetAfter } from './forget-after.ts';

/**
 * Revokes durably, then tells the gateways, then resolves. A session of this issuer is also ended in the store, and a key of it
 * signs no more.
 * Revoking twice is harmless. Rejects with `revocation_target_invalid` for what this issuer does not know.
 */
export type Revoke = (target: RevocationTarget, reason: RevocationReason) => Promise<RevocationEntry>;

export function createRevoke(parts: {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly accounts: AccountStore;
  readonly apiKeys: Pick<ApiKeyStore, 'revoke'>;
  readonly revocations: RevocationLog;
  readonly announcer: RevocationAnnouncer;
  readonly endSession: SessionEnder;
  readonly revokeKey: RevokeKey;
  readonly latestExpiry: LatestExpiry;
  readonly latestIssue: LatestIssue;
  readonly wall: WallClock;
  readonly audit: Audit;
}): Revoke {
  async function append(target: RevocationTarget, reason: RevocationReason): Promise<RevocationEntry> {
    const revokedAt = parts.wall();
    const until = parts.latestExpiry.current();
    const entry = await parts.revocations.append(
      {
        target,
        reason,
        revokedAt,
        forgetAfter: forgetAfter(target, revokedAt, parts.issuer, parts.configuration(), until),
      },
      parts.audit.deed('revocation.added', {
        actor: reason === 'administrator' ? undefined : { kind: 'server' },
        target: auditTargetOf(target),
        details: { reason, ...factsOf(target, parts.issuer) },
      }),
    );
    await parts.announcer.announce(entry);
    return entry;
  }

  return async (target, reason) => {
    if (target.issuer === apiKeyIssuer) await endApiKey(target, parts);
    if (target.issuer !== parts.issuer) return append(target, reason);
    if (target.kind === 'key') return (await parts.revokeKey(target.kid, reason)).entry;
    if (target.kind === 'subject') await checkSubject(target, parts);
    if (target.kind === 'client' || target.kind === 'consent') checkClient(target, parts);
    const ended =
      target.kind === 'session' ? await endKnown(target.sid, reason, parts.endSession) : undefined;
    return ended ?? append(target, reason);
  };
}

/** The log forgets in time what the store must not. */
async function endApiKey(
  target: RevocationTarget,
  {
    apiKeys,
    audit,
    wall,
  }: { readonly apiKeys: Pick<ApiKeyStore, 'revoke'>; readonly audit: Audit; readonly wall: WallClock },
): Promise<void> {
  if (target.kind !== 'token' || !isId('apiKey', target.jti)) return;
  const deed = audit.deed('api_key.revoked', { target: { kind: 'api_key', id: target.jti } });
  await apiKeys.revoke(target.jti, wall(), deed);
}

async function checkSubject(
  target: Extract<RevocationTarget, { kind: 'subject' }>,
  parts: { readonly accounts: AccountStore; readonly latestIssue: LatestIssue },
): Promise<void> {
  if (!isId('account', target.sub) || !(await parts.accounts.findById(target.sub))) {
    throw new SignetError(refusal('revocation_target_invalid.account'));
  }
  checkPast(target, parts);
}

/** Any client may be named, since its tokens outlive what was taken out of the configuration. */
function checkClient(
  target: Extract<RevocationTarget, { kind: 'client' | 'consent' }>,
  parts: { readonly latestIssue: LatestIssue },
): void {
  if (target.clientId === builtInClient) {
    throw new SignetError(refusal('revocation_target_invalid.built_in_client', { client: builtInClient }));
  }
  checkPast(target, parts);
}

function checkPast(
  { issuedUpTo }: { readonly issuedUpTo: number },
  { latestIssue }: { readonly latestIssue: LatestIssue },
): void {
  if (issuedUpTo > latestIssue.current()) {
    throw new SignetError(refusal('revocation_target_invalid.future'));
  }
}

async function endKnown(
  sid: string,
  reason: RevocationReason,
  endSession: SessionEnder,
): Promise<RevocationEntry | undefined> {
  const ended = isId('session', sid) ? await endSession(sid, reason) : ({ kind: 'unknown' } as const);
  if (ended.kind === 'unknown') throw new SignetError(refusal('revocation_target_invalid.session'));
  return ended.kind === 'ended' ? ended.entry : undefined;
}

function factsOf(target: RevocationTarget, issuer: string): AuditDetails {
  return {
    ...(target.issuer === issuer ? {} : { issuer: target.issuer }),
    ...(target.kind === 'consent' ? { account: target.sub } : {}),
    ...(target.kind === 'organization' && target.sub !== undefined ? { account: target.sub } : {}),
  };
}

function auditTargetOf(target: RevocationTarget): AuditTarget {
  switch (target.kind) {
    case 'token':
      return { kind: 'token', id: target.jti };
    case 'session':
      return { kind: 'session', id: target.sid };
    case 'family':
      return { kind: 'token', id: target.family };
    case 'organization':
      return { kind: 'organization', id: target.organization };
    case 'key':
      return { kind: 'key', id: target.kid };
    case 'client':
    case 'consent':
      return { kind: 'client', id: target.clientId };
    case 'subject':
      return { kind: 'account', id: target.sub };
  }
}
