import type { JsonValue } from '../json/json-node.ts';
import { defaultJsonDepth, readJson } from '../json/read-json.ts';
import { readPlainly } from '../json/read-plainly.ts';
import { toValue } from '../json/to-value.ts';
import { canonicalBytes, malformed, overdeep, overfull, oversized } from '../verdict/malformed.ts';
import { quote } from '../verdict/quote.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import type { JoseHeader } from '../verify/verified-token.ts';
import { decodeUtf8 } from './decode-text.ts';
import { type CompactSegments, splitCompact } from './split-compact.ts';

/** A compact JWS (RFC 7515 §7.1) in its one canonical spelling. Nothing in it is to be believed yet. */
export interface CompactJws {
  readonly header: JoseHeader;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** The three segments as they came, for the signature's input. */
  readonly encoded: CompactSegments;
}

/** Size of the largest token verified, unless a policy says otherwise. */
export const defaultTokenBytes: number = 16 * 1024;

/**
 * The strict reader in front of every verification: three segments of canonical base64url, a header that is a
 * JSON object without duplicate members. One token has one spelling, so that it has one identity.
 */
export function parseCompactJws(
  token: string,
  limits: { readonly maxBytes?: number } & ValueLimit = {},
): Verdict<CompactJws> {
  const maxBytes = limits.maxBytes ?? defaultTokenBytes;
  if (token.length > maxBytes) return oversized(token.length, maxBytes);
  const segments = splitCompact(token);
  return segments.verdict === 'refused' ? segments : decode(segments.token, limits);
}

/** Short texts can make large objects, so that a bound on bytes bounds no memory. */
export interface ValueLimit {
  /** JSON values in a segment, arrays and objects included; more are refused with `token_oversized`. Default: any number. */
  readonly maxValues?: number;
}

/** Parses a segment of JSON that must be an object, such as a header or a claims set. */
export function parseJsonObject(
  bytes: Uint8Array,
  place: 'header' | 'payload',
  { maxValues }: ValueLimit = {},
): Verdict<Readonly<Record<string, JsonValue>>> {
  const text = decodeUtf8(bytes);
  if (text === undefined)
    return malformed(`The ${place} is not UTF-8`, { member: place, rule: 'RFC 7519 §7.2' });
  const plain = readPlainly(text, {
    maxDepth: defaultJsonDepth,
    maxValues: maxValues ?? Number.POSITIVE_INFINITY,
  });
  if (isObject(plain)) return verified(plain);
  const reading = readJson(text, maxValues === undefined ? {} : { maxValues });
  if (reading.kind === 'not-json') {
    const { offset, sentence, tooManyValues, tooDeep } = reading.problem;
    if (maxValues !== undefined && tooManyValues) return overfull(place, maxValues);
    if (tooDeep !== undefined) return overdeep(place, tooDeep);
    const actual = `at character ${offset}: ${sentence}`;
    return malformed(`The ${place} is not JSON`, { member: place, actual, rule: 'RFC 7519 §7.2' });
  }
  const duplicate = reading.duplicates[0];
  if (duplicate !== undefined) {
    return malformed(`The ${place} has a member twice`, {
      member: quote(duplicate.name),
      expected: 'each member once',
      actual: `\`${quote(duplicate.name)}\` again at character ${duplicate.offset}`,
      fix: 'Send each member once; readers differ in which of the two they take.',
      rule: place === 'header' ? 'RFC 7515 §4' : 'RFC 7519 §4',
    });
  }
  if (reading.root.kind !== 'object') {
    const actual = `a JSON ${reading.root.kind}`;
    return malformed(`The ${place} is not a JSON object`, { member: place, expected: 'an object', actual });
  }
  return verified(toValue(reading.root) as Readonly<Record<string, JsonValue>>);
}

function isObject(value: JsonValue | undefined): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function decode(encoded: CompactSegments, limits: ValueLimit): Verdict<CompactJws> {
  const header = canonicalBytes(encoded.header, 'header');
  if (header.verdict === 'refused') return header;
  const payload = canonicalBytes(encoded.payload, 'payload');
  if (payload.verdict === 'refused') return payload;
  const signature = canonicalBytes(encoded.signature, 'signature');
  if (signature.verdict === 'refused') return signature;
  const parsed = parseJsonObject(header.token, 'header', limits);
  if (parsed.verdict === 'refused') return parsed;
  const { alg } = parsed.token;
  if (typeof alg !== 'string') {
    return malformed('The header does not name an algorithm', { member: 'alg', rule: 'RFC 7515 §4.1.1' });
  }
  const joseHeader: JoseHeader = { ...parsed.token, alg };
  return verified({ header: joseHeader, payload: payload.token, signature: signature.token, encoded });
}
