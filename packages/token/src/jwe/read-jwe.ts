import type { HeaderMembers } from '../jws/read-jws.ts';
import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { canonicalBytes, malformed, oversized } from '../verdict/malformed.ts';
import { type Refused, type Verdict, verified } from '../verdict/verdict.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** What all recipients of a JWE (RFC 7516 §7) share. */
export interface JweContent {
  /** As it stands in the token, for what is authenticated; empty where there is none. */
  readonly encodedHeader: string;
  readonly protectedHeader: HeaderMembers;
  readonly unprotected?: HeaderMembers;
  /** As it stands in the token. */
  readonly aad?: string;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
}

/** One way to the content key. */
export interface JweRecipient {
  readonly encryptedKey: Bytes;
  readonly ownHeader?: HeaderMembers;
  /** Protected, shared and own members together; no name is in two. */
  readonly header: HeaderMembers;
}

export interface ReadJwe {
  readonly form: 'compact' | 'json';
  readonly content: JweContent;
  /** At least one. */
  readonly recipients: readonly JweRecipient[];
}

const mostRecipients = 16;

/** Reads a JWE in the compact or the flattened or general JSON serialisation. Never throws. */
export function readJwe(token: unknown, maxBytes: number): Verdict<ReadJwe> {
  if (isRecord(token)) return readJson(token);
  if (typeof token !== 'string') return malformed('The token is neither text nor a JSON object');
  if (token.length > maxBytes) return oversized(token.length, maxBytes);
  if (!token.trimStart().startsWith('{')) return readCompact(token);
  const parsed = parseJsonObject(new TextEncoder().encode(token), 'payload');
  if (parsed.verdict === 'verified') return readJson(parsed.token);
  return malformed('The token begins like a JSON serialisation and is none', { rule: 'RFC 7516 §7.2' });
}

function readCompact(token: string): Verdict<ReadJwe> {
  const segments = token.split('.', 6);
  if (segments.length !== 5) {
    return malformed('The token is no compact JWE', {
      expected: 'five segments, separated by dots',
      actual:
        segments.length === 3
          ? 'three segments: it is signed, not encrypted'
          : `${segments.length} segment(s)`,
      rule: 'RFC 7516 §7.1',
    });
  }
  const [header = '', encryptedKey = '', iv, ciphertext, tag] = segments;
  return assemble('compact', { protected: header, iv, ciphertext, tag }, [{ encrypted_key: encryptedKey }]);
}

function readJson(token: Readonly<Record<string, unknown>>): Verdict<ReadJwe> {
  const { recipients } = token;
  if (recipients === undefined) return assemble('json', token, [token]);
  if (
    !Array.isArray(recipients) ||
    recipients.length === 0 ||
    'encrypted_key' in token ||
    'header' in token
  ) {
    return malformed('The token mixes the flattened and the general form', { rule: 'RFC 7516 §7.2.2' });
  }
  return assemble('json', token, recipients.slice(0, mostRecipients));
}

function assemble(
  form: ReadJwe['form'],
  token: Readonly<Record<string, unknown>>,
  entries: readonly unknown[],
): Verdict<ReadJwe> {
  const content = readContent(token);
  if (content.verdict === 'refused') return content;
  const recipients: JweRecipient[] = [];
  for (const entry of entries) {
    const recipient = readRecipient(entry, content.token);
    if (recipient.verdict === 'refused') return recipient;
    recipients.push(recipient.token);
  }
  return verified({ form, content: content.token, recipients });
}

function readContent(token: Readonly<Record<string, unknown>>): Verdict<JweContent> {
  const { protected: encodedHeader = '', unprotected, aad } = token;
  if (typeof encodedHeader !== 'string') return notText('protected');
  if (aad !== undefined && typeof aad !== 'string') return notText('aad');
  if (unprotected !== undefined && !isRecord(unprotected)) return notObject('unprotected');
  const header = encodedHeader === '' ? verified({}) : readHeader(encodedHeader);
  if (header.verdict === 'refused') return header;
  const iv = readBytes(token, 'iv');
  if (iv.verdict === 'refused') return iv;
  const ciphertext = readBytes(token, 'ciphertext');
  if (ciphertext.verdict === 'refused') return ciphertext;
  const tag = readBytes(token, 'tag');
  if (tag.verdict === 'refused') return tag;
  return verified({
    encodedHeader,
    protectedHeader: header.token,
    ...(unprotected === undefined ? {} : { unprotected: unprotected as HeaderMembers }),
    ...(aad === undefined ? {} : { aad }),
    iv: iv.token,
    ciphertext: ciphertext.token,
    tag: tag.token,
  });
}

function readRecipient(entry: unknown, { protectedHeader, unprotected }: JweContent): Verdict<JweRecipient> {
  if (!isRecord(entry)) return notObject('recipients');
  const { header: own } = entry;
  if (own !== undefined && !isRecord(own)) return notObject('header');
  const encryptedKey = readBytes(entry, 'encrypted_key');
  if (encryptedKey.verdict === 'refused') return encryptedKey;
  const twice = nameInTwo([protectedHeader, unprotected ?? {}, own ?? {}]);
  if (twice !== undefined)
    return malformed('A header parameter is in two headers', { member: twice, rule: 'RFC 7516 §7.2.1' });
  return verified({
    encryptedKey: encryptedKey.token,
    ...(own === undefined ? {} : { ownHeader: own as HeaderMembers }),
    header: { ...unprotected, ...(own as HeaderMembers | undefined), ...protectedHeader },
  });
}

/** A name that stands in more than one of the headers, which may be long: each name is looked up once. */
function nameInTwo(headers: readonly object[]): string | undefined {
  const seen = new Set<string>();
  return headers.flatMap((header) => Object.keys(header)).find((name) => seen.size === seen.add(name).size);
}

function readBytes(token: Readonly<Record<string, unknown>>, member: string): Verdict<Bytes> {
  const { [member]: text = '' } = token;
  return typeof text === 'string' ? canonicalBytes(text, member) : notText(member);
}

function readHeader(encoded: string): Verdict<HeaderMembers> {
  const bytes = canonicalBytes(encoded, 'header');
  return bytes.verdict === 'refused' ? bytes : parseJsonObject(bytes.token, 'header');
}

function notText(member: string): Refused {
  return malformed(`The member ${member} is not text`, { member, rule: 'RFC 7516 §7.2' });
}

function notObject(member: string): Refused {
  return malformed(`The member ${member} is no object`, { member, rule: 'RFC 7516 §7.2' });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
