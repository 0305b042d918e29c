import { type AuditDeed, newId } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import type { Account } from './accounts.ts';
import type { StoredApiKey } from './api-keys.ts';
import type { StoredClient } from './clients.ts';
import type { GivenConsent } from './consents.ts';
import type { Family, Grant, NewFamily, RefreshToken, RotationRule } from './families.ts';
import type { LogoutNotice } from './logout-notices.ts';
import type { QueuedMail } from './mail-queue.ts';
import type { Invitation, Membership, Organization } from './organizations.ts';
import type { StoredPasskey } from './passkeys.ts';
import type { ProtocolEntry } from './protocol.ts';
import type { StoredTotp } from './second-factors.ts';
import type { Ending, Session } from './session.ts';
import type { StoredSigningKey } from './signing-keys.ts';

/** What the suites of this room's ports store, and the tests of whoever adapts them. */
const hour = 3_600_000;

export function aDeed(changed: Partial<AuditDeed> = {}): AuditDeed {
  return {
    at: noon,
    action: 'client.changed',
    actor: { kind: 'operator' },
    target: { kind: 'client', id: 'invoices' },
    ...changed,
  };
}

export function aClient(changed: Partial<StoredClient> = {}): StoredClient {
  return {
    id: 'invoices',
    name: 'Invoices',
    type: 'confidential',
    grants: ['client_credentials'],
    redirectUris: [],
    postLogoutRedirectUris: [],
    origins: [],
    scopes: [],
    audiences: ['https://api.example'],
    firstParty: false,
    secrets: [{ hash: 'a hash', createdAt: noon }],
    createdAt: noon,
    version: 1,
    ...changed,
  };
}

export function anApiKey(changed: Partial<StoredApiKey> = {}): StoredApiKey {
  const id = newId('apiKey');
  return {
    id,
    hash: `hash of ${id}, A`,
    name: 'Nightly export',
    owner: 'reporting',
    audience: ['https://api.example'],
    scopes: ['orders:read'],
    roles: [],
    permissions: [],
    claims: {},
    createdAt: noon,
    ...changed,
  };
}

export function anAccount(changed: Partial<Account> = {}): Account {
  const id = newId('account');
  return {
    id,
    username: id.toLowerCase(),
    passwordHash: 'first hash',
    passwordIsOneTime: true,
    roles: ['admin', 'reader'],
    scopes: [],
    disabled: false,
    groups: [],
    attributes: {},
    createdAt: noon,
    ...changed,
  };
}

export function aSession(changed: Partial<Session> = {}): Session {
  return {
    id: newId('session'),
    accountId: newId('account'),
    factors: [{ method: 'pwd', at: noon - 5 }],
    device: { id: 'a device', agent: 'Mozilla/5.0 "ü"', network: '203.0.113.0/24' },
    startedAt: noon,
    expiresAt: noon + 10 * hour,
    ...changed,
  };
}

export function aGrant(changed: Partial<Grant> = {}): Grant {
  return {
    id: newId('grant'),
    accountId: newId('account'),
    clientId: 'signet',
    scopes: 'all',
    audiences: ['https://api.example'],
    grantedAt: noon,
    ...changed,
  };
}

/** A grant to a client in this session, and its family with the first token. */
export function aNewFamily(session: Session, changed: Partial<Grant> = {}): NewFamily {
  const grant = aGrant({ accountId: session.accountId, ...changed });
  const family = {
    id: newId('family'),
    sessionId: session.id,
    grantId: grant.id,
    startedAt: grant.grantedAt,
  };
  return { grant, family, first: aRefreshToken(family) };
}

export function aRefreshToken(
  { id: familyId }: Pick<Family, 'id'>,
  changed: Partial<RefreshToken> = {},
): RefreshToken {
  const id = newId('refreshToken');
  return { id, familyId, hash: `hash of ${id}`, issuedAt: noon, expiresAt: noon + 5 * hour, ...changed };
}

export function anEnding(changed: Partial<Ending> = {}): Ending {
  return {
    reason: 'logout',
    at: noon + 1000,
    issuer: 'https://issuer.example',
    forgetAfter: noon + hour,
    ...changed,
  };
}

export function aRule(changed: Partial<RotationRule> = {}): RotationRule {
  return { now: noon + 1000, grace: 2000, ending: anEnding({ reason: 'refresh_token_reused' }), ...changed };
}

export function aSigningKey(changed: Partial<StoredSigningKey> = {}): StoredSigningKey {
  return {
    id: newId('key'),
    algorithm: 'ES256',
    series: 'main',
    publicJwk: '{"kty":"EC"}',
    sealedPrivateJwk: 'sealed',
    state: 'active',
    createdAt: noon,
    ...changed,
  };
}

export function aTotp(changed: Partial<StoredTotp> = {}): StoredTotp {
  return {
    accountId: newId('account'),
    sealedSecret: 'sealed',
    addedAt: noon,
    lastStep: 0,
    failures: 0,
    failedAt: 0,
    ...changed,
  };
}

export function aPasskey(changed: Partial<StoredPasskey> = {}): StoredPasskey {
  const id = newId('passkey');
  return {
    id,
    accountId: newId('account'),
    credentialId: `credential of ${id}`,
    publicKey: 'key',
    counter: 1,
    transports: ['internal', 'hybrid'],
    isSynced: false,
    isBackedUp: false,
    name: 'Ada’s phone',
    addedAt: noon,
    ...changed,
  };
}

export function aProtocolEntry(changed: Partial<ProtocolEntry> = {}): ProtocolEntry {
  const hash = `hash of ${newId('token')}`;
  return { kind: 'code', hash, document: '{"scope":"openid"}', expiresAt: noon + hour, ...changed };
}

export function aMail(changed: Partial<QueuedMail> = {}): QueuedMail {
  return { id: newId('mail'), errand: '{"kind":"test"}', queuedAt: noon, attempts: 0, ...changed };
}

export function aLogoutNotice(changed: Partial<LogoutNotice> = {}): LogoutNotice {
  const sid = newId('session');
  const whose = { sid, accountId: newId('account'), clientId: 'shop' };
  return { id: `${sid} shop`, ...whose, attempts: 0, dueAt: noon, forgetAfter: noon + hour, ...changed };
}

export function anOrganization(changed: Partial<Organization> = {}): Organization {
  const id = newId('organization');
  return {
    id,
    name: id.slice('org_'.length),
    displayName: 'Acme “Ü”',
    disabled: false,
    createdAt: noon,
    ...changed,
  };
}

export function anInvitation(
  { id: organizationId }: Organization,
  changed: Partial<Invitation> = {},
): Invitation {
  const id = newId('invitation');
  const address = `${id.slice('inv_'.length)}@example.org`;
  const [invitedAt, expiresAt] = [noon, noon + hour];
  return { id, organizationId, address, roles: ['clerk'], invitedAt, expiresAt, ...changed };
}

export function aMembership(
  { id: organizationId }: Organization,
  { id: accountId }: Account,
  changed: Partial<Membership> = {},
): Membership {
  return { organizationId, accountId, roles: ['clerk'], joinedAt: noon, ...changed };
}

export function aConsent(changed: Partial<GivenConsent> = {}): GivenConsent {
  return {
    accountId: newId('account'),
    clientId: 'stranger',
    audience: 'https://api.example',
    scopes: ['openid', 'read'],
    seen: { name: 'An app “Ü”', redirectUris: ['https://stranger.example/in'] },
    agreedAt: noon,
    ...changed,
  };
}
