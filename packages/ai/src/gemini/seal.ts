import type { Sealed } from '../model/protocol.ts';

/** `signet` in base64, before what another maker sealed: clients of Gemini take a signature for bytes in base64. */
const prefix = 'c2lnbmV0';

const ofOthers = /^signet:(openai|anthropic)(!?):(.*)$/s;

export interface Seal {
  readonly sealed: Sealed;
  /** It is the whole of a thought that nobody else may read. */
  readonly redacted: boolean;
}

/** Whose a signature is: Google's, or another's that travels in its place. */
export function readSeal(signature: string): Seal {
  const [, maker, mark, value] = signature.startsWith(prefix)
    ? (ofOthers.exec(decoded(signature)) ?? [])
    : [];
  if (maker !== 'openai' && maker !== 'anthropic')
    return { sealed: { maker: 'google', value: signature }, redacted: false };
  return { sealed: { maker, value: value ?? '' }, redacted: mark === '!' };
}

export function writeSeal({ maker, value }: Sealed, redacted = false): string {
  return maker === 'google' ? value : encoded(`signet:${maker}${redacted ? '!' : ''}:${value}`);
}

function encoded(text: string): string {
  return btoa(latin(text));
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch (error) {
    if (error instanceof DOMException) return '';
    throw error;
  }
}

/** UTF-8 with a letter a byte, as `btoa` wants it. */
function latin(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
