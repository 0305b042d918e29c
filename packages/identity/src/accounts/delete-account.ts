import {
  type AccountId,
  type AuditActor,
  type EndedSessionsAnswer,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { type EndEveryParts, endEvery } from '../own-sessions/end-sessions.ts';
import type { AccountStore } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';
import { administratorNeeded, shutBesideAdministrator } from './only-administrator.ts';

export interface DeleteAccountParts extends EndEveryParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly revoke: Revoke;
  readonly latestIssue: LatestIssue;
  readonly audit: Audit;
}

/**
 * Nobody signs in from the first step on, and the account goes with the last: where one between fails, it is disabled, and
 * the whole may be repeated. The audit log keeps the id, which names nobody any more. Rejects with `account_unknown`.
 * Nor does the last account go that can administer (`administrator_needed`), unless whoever asks can name another.
 * @param actor Absent: whoever the request has proved to be.
 */
export async function deleteAccount(
  id: AccountId,
  actor: AuditActor | undefined,
  parts: DeleteAccountParts,
  { leavesAdministrator = true }: { readonly leavesAdministrator?: boolean } = {},
): Promise<EndedSessionsAnswer> {
  await (leavesAdministrator ? shut(id, parts) : shutAnyway(id, parts));
  const target = {
    kind: 'subject',
    issuer: parts.issuer,
    sub: id,
    issuedUpTo: parts.latestIssue.current(),
  } as const;
  await parts.revoke(target, 'account_deleted');
  const ended = await endEvery(id, 'account_deleted', parts);
  const deed = parts.audit.deed('account.deleted', { actor, target: { kind: 'account', id } });
  if (!(await parts.accounts.remove(id, deed))) throw unknown(id);
  return ended;
}

async function shut(id: AccountId, { accounts }: DeleteAccountParts): Promise<void> {
  const answer = await shutBesideAdministrator(id, accounts);
  if (answer === 'unknown') throw unknown(id);
  if (answer === 'last') throw new SignetError(administratorNeeded.refusal);
  if (answer === 'stale') throw new SignetError(refusal('account_changed'));
}

async function shutAnyway(id: AccountId, { accounts }: DeleteAccountParts): Promise<void> {
  if (!(await accounts.setDisabled(id, true))) throw unknown(id);
}

function unknown(id: AccountId): SignetError {
  return new SignetError(refusal('account_unknown', { id }));
}
