import {
  type AccountId,
  type AuditActor,
  builtInClient,
  refusal,
  type WallClock,
  type WithdrawnAnswer,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { ConsentStore, FamilyStore, RevocationLog } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';

export interface WithdrawConsentParts {
  readonly issuer: string;
  readonly consents: ConsentStore;
  readonly families: FamilyStore;
  readonly revocations: RevocationLog;
  readonly revoke: Revoke;
  readonly latestIssue: LatestIssue;
  readonly audit: Audit;
  readonly wall: WallClock;
}

/**
 * Takes back what a person agreed to for an app. First it gets nothing more, for each way to a token asks whether it is agreed to;
 * then what it has ends: a family that was begun meanwhile is among those that are ended here, or finds itself that nothing is
 * agreed to. Each family is revoked by its name too, which reaches what services exchanged its tokens for. What fails in between
 * can be repeated for as long as the app has anything.
 * @param actor whoever asked, where it is not an administrator
 */
export async function withdrawConsent(
  accountId: AccountId,
  clientId: string,
  actor: AuditActor | undefined,
  parts: WithdrawConsentParts,
): Promise<Outcome<WithdrawnAnswer>> {
  const unknown = denied(refusal('consent_unknown', { client: clientId }));
  if (clientId === builtInClient) return unknown;
  const deed = parts.audit.deed('consent.withdrawn', {
    actor,
    target: { kind: 'client', id: clientId },
    details: { account: accountId },
  });
  const isWithdrawn = await parts.consents.withdraw(accountId, clientId, deed);
  const families = await parts.families.ofClient(accountId, clientId);
  if (!isWithdrawn && families.length === 0) return unknown;
  const { issuer } = parts;
  const issuedUpTo = parts.latestIssue.current();
  await parts.revoke({ kind: 'consent', issuer, clientId, sub: accountId, issuedUpTo }, 'consent_withdrawn');
  for (const family of families) {
    await parts.families.endFamily(family, 'consent_withdrawn', parts.wall());
    await parts.revoke({ kind: 'family', issuer, family: family.id }, 'consent_withdrawn');
  }
  return passed({ client: clientId, revocationSequence: await parts.revocations.latest() });
}
