import { readAddress } from '../model/key-address.ts';

/** What an address answered with. */
export type AnswerReading =
  | { readonly kind: 'keys' }
  | {
      readonly kind: 'discovery';
      /** Where the document says that the keys are. */
      readonly url: string;
      readonly host: string;
      /** It speaks for another issuer than the one whose address it has (OpenID Connect Discovery 1.0 §4.3). */
      readonly otherIssuer?: string;
      readonly isOtherHost: boolean;
    }
  | { readonly kind: 'refused'; readonly fault: 'web-page' | 'not-json' | 'not-keys' | 'keys-elsewhere' };

const wellKnown = /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)$/;

/** Tells keys from a discovery document. `asked` is the address that answered. */
export function readAnswer(text: string, asked: string): AnswerReading {
  if (/^\s*-----BEGIN /.test(text)) return { kind: 'keys' };
  const value = readObject(text);
  if (value === undefined) return { kind: 'refused', fault: /^\s*</.test(text) ? 'web-page' : 'not-json' };
  if (Array.isArray(value['keys']) || typeof value['kty'] === 'string') return { kind: 'keys' };
  const named = value['jwks_uri'];
  if (typeof named !== 'string') return { kind: 'refused', fault: 'not-keys' };
  const address = readAddress(named);
  if (address.kind === 'refused') return { kind: 'refused', fault: 'keys-elsewhere' };
  const isOtherHost = address.host !== new URL(asked).host;
  const otherIssuer = otherIssuerIn(value['issuer'], asked);
  const { url, host } = address;
  return { kind: 'discovery', url, host, isOtherHost, ...(otherIssuer !== undefined && { otherIssuer }) };
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

function otherIssuerIn(issuer: unknown, asked: string): string | undefined {
  // However it is spelled: a query, a slash behind it or an encoded letter finds the same document.
  const { origin, pathname } = new URL(asked);
  const place = origin + decodedPath(pathname).replace(/\/+$/, '');
  const expected = place.replace(wellKnown, '');
  if (typeof issuer !== 'string' || expected === place) return undefined;
  return issuer.replace(/\/$/, '') === expected ? undefined : issuer.slice(0, 200);
}
