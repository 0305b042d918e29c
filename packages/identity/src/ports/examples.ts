import { type AccountId, newId, type SessionId } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import type { Account } from './accounts.ts';
import type { Ending, RefreshToken, RotationRule, Session } from './sessions.ts';
import type { StoredSigningKey } from './signing-keys.ts';

/** What the suites of this room's ports store, and the tests of whoever adapts them. */
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
