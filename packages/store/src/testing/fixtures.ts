import {
  type AccountId,
  type DecisionRecord,
  newId,
  type RevocationEntry,
  type SessionId,
} from '@signet/contracts';
import type {
  Account,
  Ending,
  RefreshToken,
  RotationRule,
  Session,
  StoredSigningKey,
} from '@signet/identity/ports';

/** A moment that every suite counts from, in milliseconds since the epoch. */
export const noon = 1_790_000_000_000;
const hour = 3_600_000;

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
    createdAt: noon,
    ...changed,
  };
}

export function aSession(changed: Partial<Session> = {}): Session {
  const accountId: AccountId = newId('account');
  return {
    id: newId('session'),
    accountId,
    audience: 'https://api.example',
    startedAt: noon,
    expiresAt: noon + 10 * hour,
    ...changed,
  };
}

export function aRefreshToken(sessionId: SessionId, changed: Partial<RefreshToken> = {}): RefreshToken {
  const id = newId('refreshToken');
  return { id, sessionId, hash: `hash of ${id}`, issuedAt: noon, expiresAt: noon + 5 * hour, ...changed };
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

export function aRevocation(
  changed: Partial<Omit<RevocationEntry, 'sequence'>> = {},
): Omit<RevocationEntry, 'sequence'> {
  return {
    target: { kind: 'token', issuer: 'https://issuer.example', jti: newId('token') },
    reason: 'administrator',
    revokedAt: noon,
    forgetAfter: noon + hour,
    ...changed,
  };
}

export function aSigningKey(changed: Partial<StoredSigningKey> = {}): StoredSigningKey {
  return {
    id: newId('key'),
    algorithm: 'ES256',
    publicJwk: '{"kty":"EC"}',
    sealedPrivateJwk: 'sealed',
    state: 'active',
    createdAt: noon,
    ...changed,
  };
}

export function aRecord(changed: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    reference: newId('reference'),
    at: noon,
    node: 'gateway-1',
    method: 'GET',
    path: '/orders/ä/1',
    outcome: 'refused',
    status: 401,
    refusal: { code: 'token_missing', sentence: 'The route needs a token and none came.' },
    steps: [{ step: 'extract-token', outcome: 'refused' }],
    durationMicros: 120,
    ...changed,
  };
}
