import { addresses } from '@signet/contracts';

/**
 * OpenID Provider metadata (OpenID Connect Discovery 1.0 §3) with only what is true today: there is no
 * authorization endpoint yet, so none is named and nothing is said of flows that would need it.
 */
export interface DiscoveryDocument {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly subject_types_supported: readonly ['public'];
}

export function discoveryDocument(issuer: string): DiscoveryDocument {
  return { issuer, jwks_uri: issuer + addresses.readKeys.path, subject_types_supported: ['public'] };
}
