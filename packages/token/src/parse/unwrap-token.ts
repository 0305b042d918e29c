import { readJson } from '../json/read-json.ts';

/** A token freed of what people paste with it. */
export interface Unwrapped {
  readonly token: string;
  readonly removed: readonly string[];
  /** What follows the token of an SD-JWT, from the first `~` on (RFC 9901 §4). */
  readonly tail?: string;
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
  { name: 'the token response around the token', unwrap: tokenOfResponse },
  {
    name: 'line breaks and blanks inside the token',
    unwrap: (text) => (looksLikeJson(text) ? text : text.replace(/\s+/g, '')),
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
  const [, issued, tail] = presentation.exec(token) ?? [];
  if (issued === undefined || tail === undefined) return { token, removed: [...removed] };
  return { token: issued, removed: [...removed], tail };
}

/** RFC 9901 §4: what `readSdJwt` reads; the token of the issuer stands in front. */
const presentation = /^([\w-]*\.[\w-]*\.[\w-]*)(~.*)$/s;

/** A JSON serialisation, or an answer that holds a token. */
export function looksLikeJson(text: string): boolean {
  return text.startsWith('{');
}

const responseMembers: readonly string[] = ['access_token', 'id_token', 'token', 'jwt', 'id_token_hint'];

/** RFC 6749 §5.1: people paste the whole answer of a token endpoint. */
function tokenOfResponse(text: string): string {
  if (!looksLikeJson(text)) return text;
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.root.kind !== 'object') return text;
  const { members } = reading.root;
  const found = responseMembers
    .map((name) => members.find((member) => member.name.value === name)?.value)
    .find((value) => value?.kind === 'string' && value.value !== '');
  return found?.kind === 'string' ? found.value : text;
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
