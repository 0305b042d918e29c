import {
  type ApiKeyId,
  type ApiKeySummary,
  type ApiKeysAnswer,
  type ApiKeysQuery,
  type ApiKeyWithSecret,
  apiKeyIssuer,
  type FillRandom,
  type MakeApiKeyRequest,
  newId,
  type RevokedApiKeyAnswer,
  type RotateApiKeyRequest,
  refusal,
  SignetError,
  type WallClock,
} from '@signet/contracts';
import { hashApiKey, newApiKey } from '@signet/trust/api-keys';
import type { Audit } from '../audit/audit.ts';
import type { ApiKeyStore, StoredApiKey } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';

/** API keys, as an administrator may change them. What does not exist is refused with `api_key_not_found`. */
export interface ApiKeyAdministration {
  list(query: ApiKeysQuery): Promise<ApiKeysAnswer>;
  make(request: MakeApiKeyRequest): Promise<ApiKeyWithSecret>;
  /** Rejects with `api_key_ended`. Without an overlap, the gateways in reach refuse the key of before when it resolves. */
  rotate(id: ApiKeyId, request: RotateApiKeyRequest): Promise<ApiKeyWithSecret>;
  /** When it resolves, the gateways in reach refuse it. May be repeated where it failed. */
  revoke(id: ApiKeyId): Promise<RevokedApiKeyAnswer>;
}

export interface ApiKeyAdministrationParts {
  readonly apiKeys: ApiKeyStore;
  readonly revoke: Revoke;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

export function createApiKeyAdministration(parts: ApiKeyAdministrationParts): ApiKeyAdministration {
  const { apiKeys, random, wall, audit } = parts;

  async function known(id: ApiKeyId): Promise<StoredApiKey> {
    const key = await apiKeys.find(id);
    if (key !== undefined) return key;
    throw new SignetError(refusal('api_key_not_found', { id }));
  }

  function newKey({ lifetime, ...grant }: MakeApiKeyRequest) {
    const createdAt = wall();
    const secret = newApiKey(random);
    const stored: StoredApiKey = {
      ...grant,
      id: newId('apiKey', random),
      hash: hashApiKey(secret),
      createdAt,
      ...(lifetime === undefined ? {} : { expiresAt: createdAt + lifetime }),
    };
    return { stored, answer: { summary: summaryOf(stored), key: secret } };
  }

  /** It ends in the store first, then at the gateways: what fails in between can be repeated. */
  const revoke = (id: ApiKeyId) =>
    parts.revoke({ kind: 'token', issuer: apiKeyIssuer, jti: id }, 'administrator');

  return {
    async list({ limit, after }) {
      const found = await apiKeys.list(after, limit + 1);
      const keys = found.slice(0, limit).map(summaryOf);
      const last = keys.at(-1);
      return found.length > limit && last !== undefined ? { keys, next: last.id } : { keys };
    },
    async make(request) {
      const { stored, answer } = newKey(request);
      const target = { kind: 'api_key', id: stored.id } as const;
      await apiKeys.add(stored, audit.deed('api_key.made', { target }));
      return answer;
    },
    async rotate(id, { overlap, lifetime }) {
      const { name, owner, audience, scopes, roles, permissions, claims } = await known(id);
      const grant = { name, owner, audience, scopes, roles, permissions, claims };
      const { stored, answer } = newKey(lifetime === undefined ? grant : { ...grant, lifetime });
      const deed = audit.deed('api_key.rotated', {
        target: { kind: 'api_key', id },
        details: { successor: stored.id },
      });
      const followed = await apiKeys.succeed(id, stored.createdAt + overlap, stored, deed);
      if (!followed) throw new SignetError(refusal('api_key_ended', { id }));
      if (overlap === 0) await revoke(id);
      return answer;
    },
    async revoke(id) {
      await known(id);
      const { sequence } = await revoke(id);
      return { id, sequence };
    },
  };
}

function summaryOf({ hash: _hash, ...summary }: StoredApiKey): ApiKeySummary {
  return summary;
}
