import type { Handlers } from '@signet/http';
import type { ApiKeyAdministration } from '../ports/index.ts';

export type ApiKeyEndpoint = 'listApiKeys' | 'makeApiKey' | 'rotateApiKey' | 'revokeApiKey';

/** A key that was made is in the answer to that call and nowhere else. */
export function apiKeyHandlers(keys: ApiKeyAdministration): Handlers<ApiKeyEndpoint> {
  return {
    listApiKeys: ({ query }) => keys.list(query),
    makeApiKey: ({ body }) => keys.make(body),
    rotateApiKey: ({ parameters, body }) => keys.rotate(parameters.id, body),
    revokeApiKey: ({ parameters }) => keys.revoke(parameters.id),
  };
}
