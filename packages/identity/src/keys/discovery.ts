import { addresses, type ClientGrant, clientGrants } from '@signet/contracts';

/**
 * OpenID Provider metadata (OpenID Connect Discovery 1.0 §3) with only what is true today: there is no
 * authorization endpoint yet, so none is named and it has no response types.
 */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly token_endpoint: string;
  readonly token_endpoint_auth_methods_supported: readonly ['client_secret_basic', 'client_secret_post'];
  readonly grant_types_supported: readonly ClientGrant[];
  readonly response_types_supported: readonly [];
  readonly subject_types_supported: readonly ['public'];
}

export function discoveryDocument(issuer: string): DiscoveryDocument {
  return {
    issuer,
    jwks_uri: issuer + addresses.readKeys.path,
    token_endpoint: issuer + addresses.requestToken.path,
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    grant_types_supported: clientGrants,
    response_types_supported: [],
    subject_types_supported: ['public'],
  };
}
