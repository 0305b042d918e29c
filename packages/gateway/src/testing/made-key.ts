import { type ApiKey, newId } from '@signet/contracts';
import { newApiKey } from '@signet/trust/api-keys';

/** A new key, and what its Signet keeps of it. */
export function madeKey(changed: Partial<ApiKey> = {}): { readonly key: string; readonly stored: ApiKey } {
  const key = newApiKey((bytes) => crypto.getRandomValues(bytes));
  const stored: ApiKey = {
    id: newId('apiKey'),
    name: 'Nightly export',
    owner: 'reporting',
    audience: ['https://api.example'],
    scopes: [],
    roles: [],
    permissions: [],
    claims: {},
    createdAt: 0,
    ...changed,
  };
  return { key, stored };
}
