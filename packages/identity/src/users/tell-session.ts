import {
  type AuditEntry,
  parseId,
  refusal,
  revocationReasons,
  type SessionId,
  type SessionStory,
  SignetError,
} from '@signet/contracts';
import { type Over, type WhyOverParts, whyOver } from '../own-sessions/why-over.ts';
import type { AuditLog, Family, FamilyStore, Session } from '../ports/index.ts';

export interface TellSessionParts extends WhyOverParts {
  readonly families: FamilyStore;
  readonly auditLog: AuditLog;
}

/** More is not written of one session. */
const mostDeeds = 100;

/**
 * What became of a session: by itself while it is remembered, and by the audit log ever after. Rejects with
 * `session_unknown`.
 */
export async function tellSession(id: SessionId, parts: TellSessionParts): Promise<SessionStory> {
  const session = await parts.sessions.find(id);
  const deeds = await parts.auditLog.read({ target: id, order: 'oldest', limit: mostDeeds });
  const begun = deeds.find(({ action }) => action === 'sign_in.succeeded');
  const end = deeds.find(({ action }) => action === 'session.ended' || action === 'refresh.reused');
  if (session === undefined && deeds.length === 0) throw new SignetError(refusal('session_unknown'));
  const account = session?.accountId ?? parseId('account', begun?.actor.id ?? end?.details?.['account']);
  const known = account && (await parts.accounts.findById(account));
  const over = session === undefined ? endIn(end) : await whyOver(session, parts);
  return {
    id,
    ...(account === undefined ? {} : { account }),
    ...(known === undefined ? {} : { username: known.username }),
    ...beginningOf(session, begun),
    ...(over === undefined ? {} : { cause: over.cause }),
    ...(over?.at === undefined ? {} : { endedAt: over.at }),
    ...(end === undefined ? {} : whoEnded(end)),
    families: (await parts.families.ofSession(id)).map(toTold),
  };
}

function beginningOf(session: Session | undefined, begun: AuditEntry | undefined) {
  if (session !== undefined) {
    const { startedAt, expiresAt, device } = session;
    return { startedAt, expiresAt, ...(device?.agent ? { agent: device.agent } : {}) };
  }
  const agent = begun?.details?.['agent'];
  return {
    ...(begun === undefined ? {} : { startedAt: begun.at }),
    ...(typeof agent === 'string' && agent !== '' ? { agent } : {}),
  };
}

function endIn(end: AuditEntry | undefined): Over | undefined {
  if (end === undefined) return undefined;
  const reason = end.action === 'refresh.reused' ? 'refresh_token_reused' : end.details?.['reason'];
  const cause = revocationReasons.find((one) => one === reason);
  return cause && { cause, at: end.at };
}

function whoEnded({ actor, address, details = {} }: AuditEntry) {
  const { client, usedAt } = details;
  const isReuse = typeof client === 'string' && typeof usedAt === 'number';
  return {
    by: actor,
    ...(address === undefined ? {} : { address }),
    ...(isReuse ? { reuse: { client, usedAt } } : {}),
  };
}

function toTold({ id, startedAt, endedAt, endReason }: Family): SessionStory['families'][number] {
  return {
    id,
    startedAt,
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(endReason === undefined ? {} : { reason: endReason }),
  };
}
