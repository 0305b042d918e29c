import type { JsonValue } from '../json/json-node.ts';
import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { splitCompact } from '../parse/split-compact.ts';
import { canonicalBytes, malformed, oversized } from '../verdict/malformed.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';

export type HeaderMembers = Readonly<Record<string, JsonValue>>;

/** One signature of a JWS (RFC 7515 §7), whichever way it was written. Nothing in it is to be believed yet. */
export interface JwsSignature {
  /** The encoded protected header, for the signature's input; empty where there is none. */
  readonly encodedHeader: string;
  /** What the signature covers. */
  readonly protectedHeader: HeaderMembers;
  /** Protected and unprotected members together; no name is in both. */
  readonly header: HeaderMembers & { readonly alg: string };
  readonly signature: Uint8Array<ArrayBuffer>;
}

export interface ReadJws {
  readonly form: 'compact' | 'json';
  /** The payload as it stands in the token; undefined where it is detached (RFC 7515 appendix F). */
  readonly payload: string | undefined;
  /** At least one. */
  readonly signatures: readonly [JwsSignature, ...JwsSignature[]];
}

const mostSignatures = 16;

/** Reads a JWS in the compact or the flattened or general JSON serialisation. Never throws. */
export function readJws(token: unknown, maxBytes: number): Verdict<ReadJws> {
  if (typeof token === 'string') {
    if (token.length > maxBytes) return oversized(token.length, maxBytes);
    return token.trimStart().startsWith('{') ? readJsonText(token) : readCompact(token);
  }
  if (isRecord(token)) return readJson(token);
  return malformed('The token is neither text nor a JSON object', { rule: 'RFC 7515 §7' });
}

function readCompact(token: string): Verdict<ReadJws> {
  const segments = splitCompact(token);
  if (segments.verdict === 'refused') return segments;
  const { header, payload, signature } = segments.token;
  const read = readSignature(header, undefined, signature);
  if (read.verdict === 'refused') return read;
  return verified({
    form: 'compact',
    payload: payload === '' ? undefined : payload,
    signatures: [read.token],
  });
}

function readJsonText(token: string): Verdict<ReadJws> {
  const parsed = parseJsonObject(new TextEncoder().encode(token), 'payload');
  if (parsed.verdict === 'verified') return readJson(parsed.token);
  const sentence = 'The token begins like a JSON serialisation and is none';
  return malformed(sentence, { actual: parsed.refusal.sentence, rule: 'RFC 7515 §7.2' });
}

function readJson(token: Readonly<Record<string, unknown>>): Verdict<ReadJws> {
  if ('ciphertext' in token) return encrypted();
  const { payload, signatures } = token;
  if (payload !== undefined && typeof payload !== 'string') return notText('payload');
  const entries = Array.isArray(signatures) ? signatures : [token];
  if (
    signatures !== undefined &&
    (!Array.isArray(signatures) || 'signature' in token || 'protected' in token)
  ) {
    return malformed('The token mixes the flattened and the general form', { rule: 'RFC 7515 §7.2.2' });
  }
  const read: JwsSignature[] = [];
  for (const entry of entries.slice(0, mostSignatures)) {
    const signature = readEntry(entry);
    if (signature.verdict === 'refused') return signature;
    read.push(signature.token);
  }
  const [first, ...others] = read;
  if (first === undefined) return malformed('The token has no signature', { member: 'signatures' });
  if (others.some(({ header }) => header['b64'] !== first.header['b64']))
    return malformed('The signatures disagree about b64', { member: 'b64', rule: 'RFC 7797 §3' });
  const isDetached = payload === undefined || payload === '';
  return verified({
    form: 'json',
    payload: isDetached ? undefined : payload,
    signatures: [first, ...others],
  });
}

function readEntry(entry: unknown): Verdict<JwsSignature> {
  if (!isRecord(entry)) return malformed('A signature of the token is no object', { member: 'signatures' });
  const { protected: encoded = '', header, signature } = entry;
  if (typeof encoded !== 'string') return notText('protected');
  if (typeof signature !== 'string') return notText('signature');
  if (header !== undefined && !isRecord(header))
    return malformed('The unprotected header is no object', { member: 'header', rule: 'RFC 7515 §7.2.1' });
  return readSignature(encoded, header as HeaderMembers | undefined, signature);
}

function readSignature(
  encodedHeader: string,
  unprotected: HeaderMembers | undefined,
  encodedSignature: string,
): Verdict<JwsSignature> {
  const protectedHeader = readHeader(encodedHeader, unprotected !== undefined);
  if (protectedHeader.verdict === 'refused') return protectedHeader;
  const signature = canonicalBytes(encodedSignature, 'signature');
  if (signature.verdict === 'refused') return signature;
  const twice = Object.keys(unprotected ?? {}).find((name) => Object.hasOwn(protectedHeader.token, name));
  if (twice !== undefined) {
    return malformed('A header parameter is in both headers', { member: twice, rule: 'RFC 7515 §7.2.1' });
  }
  const header = { ...unprotected, ...protectedHeader.token };
  const alg = header['alg'];
  if (typeof alg !== 'string')
    return malformed('The header does not name an algorithm', { member: 'alg', rule: 'RFC 7515 §4.1.1' });
  return verified({
    encodedHeader,
    protectedHeader: protectedHeader.token,
    header: { ...header, alg },
    signature: signature.token,
  });
}

function readHeader(encoded: string, mayBeEmpty: boolean): Verdict<HeaderMembers> {
  if (encoded === '' && mayBeEmpty) return verified({});
  const bytes = canonicalBytes(encoded, 'header');
  return bytes.verdict === 'refused' ? bytes : parseJsonObject(bytes.token, 'header');
}

function notText(member: string): Refused {
  return malformed(`The member ${member} is not text`, { member, rule: 'RFC 7515 §7.2.1' });
}

function encrypted(): Refused {
  return refused({
    code: 'token_encrypted',
    sentence: 'The token is encrypted (JWE).',
    expected: 'a signed token (JWS)',
    actual: 'an encrypted token (JWE)',
    fix: 'Decrypt it first.',
    rule: 'RFC 7516 §3',
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
