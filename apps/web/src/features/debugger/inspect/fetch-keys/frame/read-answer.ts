import { missedIssuer, readPublishedDocument } from '@signet/token/keys';
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
  const document = readPublishedDocument(text);
  if (document.kind === 'keys') return { kind: 'keys' };
  if (document.kind === 'neither') return { kind: 'refused', fault: document.reason };
  const address = readAddress(document.jwksUri);
  if (address.kind === 'refused') return { kind: 'refused', fault: 'keys-elsewhere' };
  const isOtherHost = address.host !== new URL(asked).host;
  const otherIssuer = otherIssuerIn(document.issuer, asked);
  const { url, host } = address;
  return { kind: 'discovery', url, host, isOtherHost, ...(otherIssuer !== undefined && { otherIssuer }) };
}

function otherIssuerIn(issuer: string | undefined, asked: string): string | undefined {
  return missedIssuer(issuer, new URL(asked)) === undefined ? undefined : issuer?.slice(0, 200);
}
