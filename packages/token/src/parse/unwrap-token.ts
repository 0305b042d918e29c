import { readJson } from '../json/read-json.ts';
import { type FoundToken, findTokens, splitJoined } from './find-tokens.ts';

/** A token freed of what people paste with it. */
export interface Unwrapped {
  readonly token: string;
  readonly removed: readonly string[];
  /** What follows the token of an SD-JWT, from the first `~` on (RFC 9901 §4). */
  readonly tail?: string;
  /** All the tokens of the text, where there are several: the reader chooses. */
  readonly choices?: readonly FoundToken[];
}

interface Wrapping {
  readonly name: string;
  /** The text without the wrapping; the same text where there is none. */
  readonly unwrap: (text: string) => string;
  /** It changes the characters of the token itself, which no verifier may. */
  readonly isInside?: true;
}

const parameter =
  /(?:^|[?#&;\s])(?:access_token|id_token|id_token_hint|token|jwt|assertion|client_assertion)=([^&#;\s]+)/;

const behind = 'another token behind it';

/** From the outside in; each is tried again until none fits. */
const wrappings: readonly Wrapping[] = [
  { name: 'a byte order mark', unwrap: (text) => text.replace(/^\ufeff+/, '') },
  { name: 'white space around the token', unwrap: (text) => text.trim() },
  {
    name: 'the name of the header',
    unwrap: (text) =>
      text.replace(/^["'][\w-]{1,60}["']\s?:\s?(["'])((?:bearer\s|dpop\s)?e[wy].*)\1,?$/is, '$2'),
  },
  { name: 'quotes', unwrap: (text) => text.replace(/^(["'`])(.*)\1,?$/s, '$2') },
  { name: 'the cookies around the token', unwrap: tokenIn(/^(?:set-)?cookie\s?:/i) },
  { name: 'the curl command around the token', unwrap: tokenIn(/^[$#>]?\s?curl\s/) },
  { name: 'the name of the Authorization header', unwrap: (text) => text.replace(/^authorization\s?:/i, '') },
  { name: 'the word Bearer', unwrap: (text) => text.replace(/^bearer[\s:]/i, '') },
  { name: 'the word DPoP', unwrap: (text) => text.replace(/^dpop[\s:]/i, '') },
  {
    name: 'the name of the header',
    unwrap: (text) => text.replace(/^[a-z][\w-]{1,60}\s?:\s{1,4}(?=e[wy])/i, ''),
  },
  {
    name: 'the assignment around the token',
    unwrap: (text) =>
      text.replace(
        /^(?:(?:export|set)\s+|\$env:)?[A-Z_][A-Z0-9_]{0,60}\s?=\s?(?=["']?(?:[Bb]earer\s)?e[wy])/,
        '',
      ),
  },
  { name: 'the address or parameters around the token', unwrap: (text) => parameter.exec(text)?.[1] ?? text },
  { name: 'percent-encoding', unwrap: percentDecoded, isInside: true },
  { name: 'the token response around the token', unwrap: tokenOfResponse },
  { name: 'the JSON around the token', unwrap: tokenOfJson },
  { name: 'the text around the token', unwrap: tokenOfText },
  { name: behind, unwrap: (text) => splitJoined(text)?.[0] ?? text },
  {
    name: 'line breaks and blanks inside the token',
    unwrap: (text) => (looksLikeJson(text) ? text : text.replace(/\s+/g, '')),
    isInside: true,
  },
];

/** Bounds the work: real wrappings nest three or four deep. */
const mostLayers = 12;

/**
 * Takes away what people paste with a token (quotes, `Bearer`, header names, cookies, commands, JSON, log lines), and
 * says so. `around`: the characters of the token itself stay as they came, for whoever verifies them.
 */
export function unwrapToken(text: string, depth: 'whole' | 'around' = 'whole'): Unwrapped {
  const unwrapped = takeAway(text, depth);
  const joined = unwrapped.removed.includes(behind) ? splitJoined(text.trim()) : undefined;
  const choices = joined?.map((token) => ({ token })) ?? findTokens(text);
  return choices.length > 1 ? { ...unwrapped, choices } : unwrapped;
}

function takeAway(text: string, depth: 'whole' | 'around'): Unwrapped {
  const removed = new Set<string>();
  let token = text;
  for (let layer = 0; layer < mostLayers; layer += 1) {
    const next = unwrapOnce(token, depth);
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
  // A serialisation is a token by itself, whatever other members it has.
  if (!looksLikeJson(text) || serialised.test(text)) return text;
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.root.kind !== 'object') return text;
  const { members } = reading.root;
  const found = responseMembers
    .map((name) => members.find((member) => member.name.value === name)?.value)
    .find((value) => value?.kind === 'string' && value.value !== '');
  return found?.kind === 'string' ? found.value : text;
}

function unwrapOnce(
  text: string,
  depth: 'whole' | 'around',
): { readonly token: string; readonly name: string } | undefined {
  for (const { name, unwrap, isInside } of wrappings) {
    if (isInside && depth === 'around') continue;
    const token = unwrap(text);
    if (token !== text) return { token, name };
  }
  return undefined;
}

/** The first token in a text that begins so. */
function tokenIn(beginning: RegExp): (text: string) => string {
  return (text) => (beginning.test(text) ? firstToken(text) : text);
}

/** Members that make a JSON object a token by itself (RFC 7515 §7.2, RFC 7516 §7.2). */
const serialised = /"(?:payload|signatures?|ciphertext|protected)"\s?:/;

/** A HAR file, or any answer that holds a token deeper down. */
function tokenOfJson(text: string): string {
  return /^[[{]/.test(text) && !serialised.test(text) ? firstToken(text) : text;
}

/** Of more lines it is not asked whether each is a token. */
const mostPieces = 16;

/** A log line, an e-mail: there is more than a token that was broken over lines. */
function tokenOfText(text: string): string {
  if (looksLikeJson(text)) return text;
  const pieces = text.split(/\s+/, mostPieces);
  // What begins with a token and holds nothing else was broken over lines, unless each line is a token.
  const isToken = /^e[wy][\w.~=+/\s-]*$/.test(text);
  const areTokens = pieces.length > 1 && pieces.every((piece) => findTokens(piece)[0]?.token === piece);
  return isToken && !areTokens ? text : firstToken(text);
}

function firstToken(text: string): string {
  return findTokens(text)[0]?.token ?? text;
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
