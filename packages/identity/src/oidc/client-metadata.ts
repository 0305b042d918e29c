import type { RegisteredClient } from '../clients/registered-client.ts';
import { deviceGrant } from '../device/request-device.ts';
import { deviceDonePath } from './addresses.ts';

/** What the engine is told of a client. It authenticates none, so no secret is among it. */
export interface EngineClient {
  readonly client_id: string;
  readonly client_name: string;
  readonly application_type: 'web' | 'native';
  readonly redirect_uris: readonly string[];
  readonly grant_types: readonly string[];
  readonly response_types: readonly 'code'[];
  readonly response_modes: readonly string[];
  readonly token_endpoint_auth_method: 'none';
  readonly id_token_signed_response_alg: string;
  readonly require_pushed_authorization_requests: boolean;
}

/**
 * `undefined` for a client that signs nobody in: to the engine there is no such client.
 * @param algorithm that of the key which signs now
 */
export function engineClient(
  client: RegisteredClient,
  issuer: string,
  algorithm: string,
): EngineClient | undefined {
  const forDevice = client.grants.includes(deviceGrant) ? [issuer + deviceDonePath] : [];
  const own = client.grants.includes('authorization_code') ? client.redirectUris : [];
  const redirectUris = [...own, ...forDevice];
  if (redirectUris.length === 0) return undefined;
  return {
    client_id: client.id,
    client_name: client.name,
    application_type: redirectUris.every((uri) => uri.startsWith('https:')) ? 'web' : 'native',
    redirect_uris: redirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    response_modes: ['query', 'fragment'],
    token_endpoint_auth_method: 'none',
    id_token_signed_response_alg: algorithm,
    require_pushed_authorization_requests: client.pushedRequests === true,
  };
}
