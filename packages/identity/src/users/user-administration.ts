import {
  type AccountId,
  type ChangeUserRequest,
  type DeletedUserAnswer,
  type EndedSessionsAnswer,
  type IdentityConfiguration,
  type PreviewAnswer,
  type PreviewQuery,
  refusal,
  type SessionId,
  type SessionStory,
  type SessionsAnswer,
  SignetError,
  type UserSummary,
  type UsersAnswer,
  type UsersQuery,
  type WallClock,
} from '@signet/contracts';
import { requestOrigin } from '@signet/http';
import { type DeleteAccountParts, deleteAccount } from '../accounts/delete-account.ts';
import { administratorNeeded, changeBesideAdministrator } from '../accounts/only-administrator.ts';
import type { Audit } from '../audit/audit.ts';
import { languageOf } from '../oidc/page-language.ts';
import { endEvery } from '../own-sessions/end-sessions.ts';
import { toSessionSummary } from '../own-sessions/list-sessions.ts';
import { type ToldDeviceParts, toldDevice } from '../own-sessions/told-device.ts';
import type {
  Account,
  AccountChange,
  AccountStore,
  EmailAddressStore,
  RevocationLog,
  SessionStore,
  UsedSession,
} from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';
import { type PreviewParts, previewToken } from './preview-token.ts';
import { type TellSessionParts, tellSession } from './tell-session.ts';
import { summaryOf, tagOf } from './user-summary.ts';

/** Accounts, as an administrator may change them. What does not exist is refused with `account_unknown`. */
export interface UserAdministration {
  page(query: UsersQuery): Promise<UsersAnswer>;
  show(id: AccountId): Promise<UserSummary>;
  /**
   * Rejects with `account_changed`. Roles and scopes count for the next token; when it resolves for an account that is
   * disabled, the gateways in reach refuse its tokens, and it may be repeated where it failed.
   */
  change(id: AccountId, ifMatch: string, change: ChangeUserRequest): Promise<UserSummary>;
  /** Rejects with `client_unknown`, `audience_not_allowed` or `resource_not_allowed`. */
  preview(id: AccountId, query: PreviewQuery): Promise<PreviewAnswer>;
  /** @param acceptLanguage in which places are named, as the reader's program says it */
  sessions(id: AccountId, acceptLanguage?: string): Promise<SessionsAnswer>;
  endSessions(id: AccountId): Promise<EndedSessionsAnswer>;
  /** What became of a session, whosever it was. Rejects with `session_unknown`. */
  explainSession(id: SessionId): Promise<SessionStory>;
  /** When it resolves, the gateways in reach refuse its tokens; it may be repeated where it failed. */
  remove(id: AccountId): Promise<DeletedUserAnswer>;
}

export interface UserAdministrationParts
  extends PreviewParts,
    DeleteAccountParts,
    TellSessionParts,
    ToldDeviceParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly sessions: SessionStore;
  readonly revocations: RevocationLog;
  readonly endSession: SessionEnder;
  readonly revoke: Revoke;
  readonly latestIssue: LatestIssue;
  readonly audit: Audit;
  readonly wall: WallClock;
}

/** So many are listed. */
const mostListed = 100;

export function createUserAdministration(parts: UserAdministrationParts): UserAdministration {
  const { accounts, audit } = parts;

  async function known(id: AccountId): Promise<Account> {
    const account = await accounts.findById(id);
    if (account === undefined) throw new SignetError(refusal('account_unknown', { id }));
    return account;
  }

  const summary = async (account: Account) => summaryOf(account, (await parts.emails.ofAll([account.id]))[0]);

  return {
    async page({ state, ...query }) {
      const disabled = state === undefined ? undefined : state === 'disabled';
      const found = await accounts.page({ ...query, disabled, limit: query.limit + 1 });
      const users = await summariesOf(found.slice(0, query.limit), parts);
      const last = users.at(-1);
      return found.length > query.limit && last !== undefined ? { users, next: last.username } : { users };
    },
    show: async (id) => summary(await known(id)),
    async change(id, ifMatch, { roles, scopes, disabled }) {
      const before = await known(id);
      if (ifMatch !== tagOf(before)) throw new SignetError(refusal('account_changed'));
      const change = { roles: [...new Set(roles)], scopes: [...new Set(scopes)], disabled };
      const deed = deedOf(before, change, audit);
      const answer = canNameAnother()
        ? await accounts.change(before, change, deed)
        : await changeBesideAdministrator(before, change, accounts, deed);
      if (answer === 'last') throw new SignetError(administratorNeeded.refusal);
      if (answer === false || answer === 'stale') throw new SignetError(refusal('account_changed'));
      if (disabled) await revokeAll(id, parts);
      return summary({ ...before, ...change });
    },
    preview: async (id, query) => previewToken(await known(id), query, parts),
    async sessions(id, acceptLanguage) {
      const { username } = await known(id);
      const alive = await aliveOf(id, parts);
      const told = ({ session }: UsedSession) =>
        toldDevice(session.device, languageOf(acceptLanguage), parts);
      return { username, sessions: alive.map((one) => toSessionSummary(one, '', told(one))) };
    },
    async endSessions(id) {
      await known(id);
      return endEvery(id, 'administrator', parts);
    },
    explainSession: (id) => tellSession(id, parts),
    async remove(id) {
      return {
        id,
        ...(await deleteAccount(id, undefined, parts, { leavesAdministrator: !canNameAnother() })),
      };
    },
  };
}

/** Whoever holds the master key may take the last administrator away. */
function canNameAnother(): boolean {
  return requestOrigin()?.actor?.kind !== 'account';
}

/** So many addresses are read at once. */
const together = 100;

async function summariesOf(
  accounts: readonly Account[],
  { emails }: UserAdministrationParts,
): Promise<readonly UserSummary[]> {
  const summaries: UserSummary[] = [];
  for (let from = 0; from < accounts.length; from += together) {
    const some = accounts.slice(from, from + together);
    const found = await emails.ofAll(some.map(({ id }) => id));
    const byAccount = new Map(found.map((email) => [email.accountId, email]));
    summaries.push(...some.map((account) => summaryOf(account, byAccount.get(account.id))));
  }
  return summaries;
}

function deedOf(before: Account, change: AccountChange, audit: Audit) {
  const flipped = change.disabled ? 'account.disabled' : 'account.enabled';
  return audit.deed(change.disabled === before.disabled ? 'account.changed' : flipped, {
    target: { kind: 'account', id: before.id },
    details: {
      roles: change.roles.join(' '),
      rolesBefore: before.roles.join(' '),
      scopes: change.scopes.join(' '),
      scopesBefore: before.scopes.join(' '),
    },
  });
}

async function revokeAll(
  id: AccountId,
  { issuer, latestIssue, revoke }: UserAdministrationParts,
): Promise<void> {
  const target = { kind: 'subject', issuer, sub: id, issuedUpTo: latestIssue.current() } as const;
  await revoke(target, 'account_disabled');
}

async function aliveOf(id: AccountId, { sessions, configuration, wall }: UserAdministrationParts) {
  const now = wall();
  const { sessionLifetime } = configuration();
  const found = await sessions.ofAccount(id, now, mostListed);
  return found.filter(({ session }) => session.startedAt + sessionLifetime > now);
}
