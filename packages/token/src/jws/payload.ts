import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { canonicalBytes, malformed } from '../verdict/malformed.ts';
import { quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import type { JwsSignature, ReadJws } from './read-jws.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that may be what was signed. */
export interface PayloadReading {
  readonly bytes: Bytes;
  /** How the detached payload was understood, where it came beside the token. */
  readonly spelling: 'attached' | 'text' | 'base64url';
}

/**
 * The payload, from the token or, detached, from beside it. A detached payload is text; one that is base64url
 * may also be meant as the bytes it encodes, and only the signature can tell which.
 */
export function readPayload(
  jws: ReadJws,
  isEncoded: boolean,
  detached: string | undefined,
): Verdict<readonly [PayloadReading, ...PayloadReading[]]> {
  if (jws.payload !== undefined) {
    if (detached !== undefined && detached !== '' && !isSame(jws.payload, detached)) return twoPayloads();
    const bytes = isEncoded ? canonicalBytes(jws.payload, 'payload') : verified(utf8(jws.payload));
    return bytes.verdict === 'refused' ? bytes : verified([{ bytes: bytes.token, spelling: 'attached' }]);
  }
  if (detached === undefined) return verified([{ bytes: new Uint8Array(), spelling: 'attached' }]);
  const text: PayloadReading = { bytes: utf8(detached), spelling: 'text' };
  const { bytes, problems } = decodeBase64url(detached);
  return verified(problems.length > 0 ? [text] : [text, { bytes, spelling: 'base64url' }]);
}

/** RFC 7515 §5.2 step 8, RFC 7797 §3. */
export function signingInput(
  { encodedHeader }: Pick<JwsSignature, 'encodedHeader'>,
  payload: Bytes,
  isEncoded: boolean,
): Bytes {
  if (isEncoded) return utf8(`${encodedHeader}.${encodeBase64url(payload)}`);
  const head = utf8(`${encodedHeader}.`);
  const input = new Uint8Array(head.length + payload.length);
  input.set(head);
  input.set(payload, head.length);
  return input;
}

/** Whether the payload is base64url; RFC 7797 §6 lets only a critical, protected `b64` say no. */
export function readB64({
  header,
  protectedHeader,
}: Pick<JwsSignature, 'header' | 'protectedHeader'>): Verdict<boolean> {
  const crit = header['crit'];
  if (crit !== undefined) {
    const refusal = refuseCritical(crit, protectedHeader);
    if (refusal !== undefined) return refusal;
  }
  const b64 = Object.hasOwn(header, 'b64') ? header['b64'] : true;
  if (b64 === true) return verified(true);
  if (b64 === false && crit !== undefined) return verified(false);
  return refused({
    code: 'crit_unknown',
    sentence: 'The token says that its payload is not base64url, and does not say so where it counts.',
    member: 'b64',
    expected: 'b64 true or false, and named in crit when false',
    actual: quoteValue(b64),
    fix: 'Have the issuer name b64 in crit, or leave it out.',
    rule: 'RFC 7797 §6',
  });
}

/** `b64` is the one extension that is understood (RFC 7515 §4.1.11). */
function refuseCritical(crit: unknown, protectedHeader: object): Refused | undefined {
  const names = Array.isArray(crit) && crit.every((name) => typeof name === 'string') ? crit : [];
  const isList = names.length > 0 && new Set(names).size === names.length;
  const present = names.every((name) => Object.hasOwn(protectedHeader, name));
  if (!isList || !Object.hasOwn(protectedHeader, 'crit') || (names.includes('b64') && !present)) {
    return malformed('The list of critical extensions in the header is not one', {
      member: 'crit',
      expected: 'a protected list that names each extension once, each in the protected header',
      actual: quoteValue(crit),
      rule: 'RFC 7515 §4.1.11',
    });
  }
  const unknown = names.filter((name) => name !== 'b64');
  if (unknown.length === 0) return undefined;
  return refused({
    code: 'crit_unknown',
    sentence: 'The token demands an extension that is not understood here, so it must be refused.',
    member: 'crit',
    expected: 'no critical extension but b64',
    actual: quoteList(unknown),
    fix: 'Have the issuer sign without this extension.',
    rule: 'RFC 7515 §4.1.11',
  });
}

function isSame(attached: string, detached: string): boolean {
  return attached === detached || attached === encodeBase64url(detached);
}

function twoPayloads(): Refused {
  return malformed('Another payload came beside the one in the token', {
    member: 'payload',
    expected: 'one payload, in the token or beside it',
    fix: 'Leave one of them out.',
    rule: 'RFC 7515 appendix F',
  });
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
