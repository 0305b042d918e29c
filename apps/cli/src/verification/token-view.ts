import { encodeBase64url } from '@signet/token/base64url';
import { readSerialised, type SerialisedToken } from '@signet/token/serialisation';

/** A token as three or five segments, whatever way it was written: to look at, never to verify. */
export interface TokenView {
  readonly text: string;
  readonly form: SerialisedToken['form'];
  /** JSON text of the headers that no signature covers. */
  readonly unprotected: readonly string[];
  readonly isDetached: boolean;
  /** Of several signatures or recipients: how many, and which is shown, from 1. */
  readonly several?: { readonly count: number; readonly shown: number };
}

/**
 * One signature or recipient of a token, from 1. What cannot be read strictly is shown as it came: the tolerant
 * parser says what is wrong with it.
 */
export function viewToken(token: string, entry: number, payload?: Uint8Array): TokenView {
  const read = readSerialised(token);
  if (read.verdict === 'refused') return { text: token, form: 'compact', unprotected: [], isDetached: false };
  const { form } = read.token;
  const list = read.token.kind === 'signed' ? read.token.signatures : read.token.recipients;
  const shown = Math.min(entry, list.length);
  return {
    ...viewOf(read.token, shown - 1, payload),
    form,
    ...(list.length > 1 ? { several: { count: list.length, shown } } : {}),
  };
}

type Shown = Pick<TokenView, 'text' | 'unprotected' | 'isDetached'>;

function viewOf(token: SerialisedToken, index: number, beside: Uint8Array | undefined): Shown {
  if (token.kind === 'encrypted') {
    const { protected: header = '', iv, ciphertext, tag } = token;
    const { header: own, encryptedKey } = token.recipients[index] ?? token.recipients[0];
    return {
      text: [header, encryptedKey, iv, ciphertext, tag].join('.'),
      unprotected: [token.unprotected, own].filter((each) => each !== undefined),
      isDetached: false,
    };
  }
  const { protected: header = '', header: own, signature } = token.signatures[index] ?? token.signatures[0];
  const inside = token.payload === undefined || token.isEncoded ? token.payload : encoded(token.payload);
  const payload = inside ?? (beside === undefined ? '' : encodeBase64url(new Uint8Array(beside)));
  const isDisclosing = token.selective !== undefined;
  return {
    text: [header, payload, signature].join('.'),
    // The disclosures of an SD-JWT are shown as what they disclose.
    unprotected: own === undefined || isDisclosing ? [] : [own],
    isDetached: token.payload === undefined,
  };
}

function encoded(text: string): string {
  return encodeBase64url(new TextEncoder().encode(text));
}
