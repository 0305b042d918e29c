import { discoveryDocument } from './discovery.ts';
import type { PublicJwk } from './key-ring.ts';

/**
 * What an issuer publishes to anyone, as the text that goes out: by path below its origin. There is no second way to
 * make these documents, so a reader in this process sees what everybody else does, byte for byte.
 */
export type PublishedDocuments = ReadonlyMap<string, string>;

export function publishDocuments(
  issuer: string,
  jwks: { readonly keys: readonly PublicJwk[] },
): PublishedDocuments {
  return new Map([
    ['/.well-known/openid-configuration', JSON.stringify(discoveryDocument(issuer))],
    ['/.well-known/jwks.json', JSON.stringify(jwks)],
  ]);
}
