import { refusal } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore, Session } from '../ports/index.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { toSeconds } from '../seconds.ts';
import type { SessionEnder } from '../sessions/end-session.ts';

export interface StandingParts {
  readonly accounts: AccountStore;
  readonly replica: RevocationReplica;
  readonly endSession: SessionEnder;
}

/**
 * Is the account still one that may go on? If it was disabled, or everything issued to it was revoked since the
 * session began, the session ends here. Asked after the rotation and just before signing: a revocation that
 * comes later still covers this token, because its `iat` is taken before this is asked.
 */
export async function checkStanding(session: Session, parts: StandingParts): Promise<Outcome<Account>> {
  const account = await parts.accounts.findById(session.accountId);
  await parts.replica.catchUp();
  if (!account || account.disabled) {
    await parts.endSession(session.id, 'account_disabled');
    return denied(refusal('account_disabled'));
  }
  if (parts.replica.subjectRevoked(account.id, toSeconds(session.startedAt))) {
    await parts.endSession(session.id, 'administrator');
    return denied(refusal('session_ended.account'));
  }
  return passed(account);
}
