import { discoveryIssuer } from './discovery-issuer.ts';

/** What an address where keys are looked for answered with. */
export type PublishedDocument =
  | { readonly kind: 'keys' }
  | {
      readonly kind: 'discovery';
      /** Where the document says that the keys are. Nothing is known of it: whoever follows it must judge it. */
      readonly jwksUri: string;
      /** Absent where the document does not say for whom it speaks. */
      readonly issuer: string | undefined;
    }
  | { readonly kind: 'neither'; readonly reason: 'web-page' | 'not-json' | 'not-keys' };

/** Tells keys (a JWK set, a JWK or PEM) from a discovery document (OpenID Connect Discovery 1.0 §3). */
export function readPublishedDocument(text: string): PublishedDocument {
  if (/^\s*-----BEGIN /.test(text)) return { kind: 'keys' };
  const value = readObject(text);
  if (value === undefined) return neither(/^\s*</.test(text) ? 'web-page' : 'not-json');
  if (Array.isArray(value['keys']) || typeof value['kty'] === 'string') return { kind: 'keys' };
  const { jwks_uri: jwksUri, issuer } = value;
  if (typeof jwksUri !== 'string') return neither('not-keys');
  return { kind: 'discovery', jwksUri, issuer: typeof issuer === 'string' ? issuer : undefined };
}

/**
 * A discovery document that speaks for another issuer than the one whose address it has must be refused (OpenID Connect
 * Discovery 1.0 §4.3): the issuer that it had to name, where it does not.
 */
export function missedIssuer(issuer: string | undefined, asked: URL): string | undefined {
  const expected = discoveryIssuer(asked);
  return issuer?.replace(/\/$/, '') === expected ? undefined : expected;
}

function neither(reason: 'web-page' | 'not-json' | 'not-keys'): PublishedDocument {
  return { kind: 'neither', reason };
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
