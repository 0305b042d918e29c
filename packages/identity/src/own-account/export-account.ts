import type { AccountId, AuditEntry, ExportAnswer, ExportedEvent, ExportedSession } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { type AgreedAppsParts, agreedApps } from '../consents/agreed-apps.ts';
import { listFactors, type OwnFactorsParts } from '../factors/own-factors.ts';
import { membershipsOf } from '../organizations/member-administration.ts';
import { mostListed } from '../own-sessions/list-sessions.ts';
import { type ToldDeviceParts, toldDevice } from '../own-sessions/told-device.ts';
import type {
  AuditLog,
  EmailAddressStore,
  FamilyStore,
  OrganizationStore,
  ProviderLinkStore,
  SessionStore,
  ToolTokenStore,
  UsedSession,
} from '../ports/index.ts';
import type { LivePerson } from '../sessions/find-live.ts';

export interface ExportParts extends Pick<OwnFactorsParts, 'secondFactors' | 'passkeys'>, ToldDeviceParts {
  readonly emails: EmailAddressStore;
  readonly sessions: SessionStore;
  readonly families: FamilyStore;
  readonly providerLinks: ProviderLinkStore;
  readonly toolTokens: Pick<ToolTokenStore, 'of'>;
  readonly organizations: Pick<OrganizationStore, 'ofAccount' | 'find'>;
  readonly consents: AgreedAppsParts['consents'];
  readonly clients: AgreedAppsParts['clients'];
  readonly auditLog: AuditLog;
  readonly audit: Audit;
  readonly wall: () => number;
}

/** So many of those by the person, and of those about them. */
const mostEvents = 250;

/** All that is held of a person; hashes, seals and secrets are none of it. Neither is who else did something to them. */
export async function exportAccount(
  { account }: LivePerson,
  language: string,
  parts: ExportParts,
): Promise<ExportAnswer> {
  const { id, username, roles, scopes, groups, attributes, createdAt } = account;
  const email = await parts.emails.of(id);
  const alive = await parts.sessions.ofAccount(id, parts.wall(), mostListed);
  const sessions: ExportedSession[] = [];
  for (const one of alive) sessions.push(await toExported(one, language, parts));
  const links = await parts.providerLinks.of(id);
  const given = await parts.toolTokens.of(id);
  const events = await eventsOf(id, parts);
  const self = { kind: 'account', id } as const;
  await parts.audit.record('account.exported', { actor: self, target: self });
  return {
    exportedAt: parts.wall(),
    account: { id, username, roles, scopes, groups, attributes: { ...attributes }, createdAt },
    ...(email === undefined ? {} : { email: { address: email.address, verified: email.verified } }),
    factors: await listFactors(account, parts),
    providers: links.map(({ accountId: _, ...link }) => link),
    toolServers: given.map(({ server, givenAt }) => ({ server, givenAt })),
    ...membershipsOf(await parts.organizations.ofAccount(id)),
    ...(await agreedApps(id, parts)),
    sessions,
    events,
  };
}

async function toExported(
  { session, lastUsedAt }: UsedSession,
  language: string,
  parts: ExportParts,
): Promise<ExportedSession> {
  const { id, device, factors, startedAt, expiresAt } = session;
  return {
    id,
    ...toldDevice(device, language, parts),
    methods: factors.map(({ method }) => method),
    apps: await parts.families.clientsOf(id),
    startedAt,
    lastUsedAt,
    expiresAt,
  };
}

async function eventsOf(id: AccountId, { auditLog }: ExportParts): Promise<readonly ExportedEvent[]> {
  const page = { limit: mostEvents, order: 'newest' } as const;
  const found = [
    ...(await auditLog.read({ ...page, actor: id })),
    ...(await auditLog.read({ ...page, target: id })),
  ];
  const bySequence = new Map(found.map((entry) => [entry.sequence, entry]));
  return [...bySequence.values()].sort((a, b) => b.sequence - a.sequence).map((entry) => toEvent(entry, id));
}

function toEvent({ at, action, actor, address, details }: AuditEntry, id: AccountId): ExportedEvent {
  const isOwn = actor.id === id;
  const by = isOwn ? 'you' : actor.kind === 'server' ? 'server' : 'somebody';
  const from = isOwn && address !== undefined ? { address } : {};
  return { at, action, by, ...from, ...(details === undefined ? {} : { details }) };
}
