import { discoveryIssuer } from '@signet/token';
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

function otherIssuerIn(issuer: unknown, asked: string): string | undefined {
  const expected = discoveryIssuer(new URL(asked));
  if (typeof issuer !== 'string' || expected === undefined) return undefined;
  return issuer.replace(/\/$/, '') === expected ? undefined : issuer.slice(0, 200);
}
