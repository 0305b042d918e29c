/** A token freed of what people paste with it. */
export interface Unwrapped {
  readonly token: string;
  readonly removed: readonly string[];
}

interface Wrapping {
  readonly name: string;
  /** The text without the wrapping; the same text where there is none. */
  readonly unwrap: (text: string) => string;
}

const parameter =
  /(?:^|[?#&;\s])(?:access_token|id_token|id_token_hint|token|jwt|assertion|client_assertion)=([^&#;\s]+)/;

/** From the outside in; each is tried again until none fits. */
const wrappings: readonly Wrapping[] = [
  { name: 'a byte order mark', unwrap: (text) => text.replace(/^\ufeff+/, '') },
  { name: 'white space around the token', unwrap: (text) => text.trim() },
  { name: 'quotes', unwrap: (text) => text.replace(/^(["'`])(.*)\1,?$/s, '$2') },
  { name: 'the name of the Authorization header', unwrap: (text) => text.replace(/^authorization\s?:/i, '') },
  { name: 'the word Bearer', unwrap: (text) => text.replace(/^bearer[\s:]/i, '') },
  { name: 'the word DPoP', unwrap: (text) => text.replace(/^dpop[\s:]/i, '') },
  { name: 'the address or parameters around the token', unwrap: (text) => parameter.exec(text)?.[1] ?? text },
  { name: 'percent-encoding', unwrap: percentDecoded },
  { name: 'line breaks and blanks inside the token', unwrap: (text) => text.replace(/\s+/g, '') },
  // RFC 9901 §4: what `readSdJwt` reads; the token of the issuer stands in front.
  {
    name: 'the disclosures of an SD-JWT',
    unwrap: (text) => text.replace(/^([\w-]*\.[\w-]*\.[\w-]*)~.*$/s, '$1'),
  },
];

/** Bounds the work: real wrappings nest three or four deep. */
const mostLayers = 12;

/** Takes away quotes, `Bearer`, header names, addresses, percent-encoding and white space, and says so. */
export function unwrapToken(text: string): Unwrapped {
  const removed = new Set<string>();
  let token = text;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const next = unwrapOnce(token);
    if (next === undefined) break;
    removed.add(next.name);
    token = next.token;
  }
  return { token, removed: [...removed] };
}

function unwrapOnce(text: string): { readonly token: string; readonly name: string } | undefined {
  for (const { name, unwrap } of wrappings) {
    const token = unwrap(text);
    if (token !== text) return { token, name };
  }
  return undefined;
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
