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
 * @param actor Absent: whoever the request has proved to be.
 */
export async function deleteAccount(
  id: AccountId,
  actor: AuditActor | undefined,
  parts: DeleteAccountParts,
): Promise<EndedSessionsAnswer> {
  if (!(await parts.accounts.setDisabled(id, true))) throw unknown(id);
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

function unknown(id: AccountId): SignetError {
  return new SignetError(refusal('account_unknown', { id }));
}
