import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { parseJsonObject } from '../parse/parse-compact-jws.ts';
import { quote } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import { inspectionAlgorithms, readInspectionAlgorithm } from './inspection-algorithm.ts';
import type { HeaderMembers, JwsSignature } from './read-jws.ts';

/** The headers of a signature as somebody wrote them, each as JSON text. */
export interface WrittenHeaders {
  /** Signed to the last blank. */
  readonly protectedHeader?: string | undefined;
  /** Beside the signature, where anybody may change it (RFC 7515 §7.2.1). */
  readonly unprotectedHeader?: string | undefined;
}

/** What a signature is made over; only the signature itself is missing. */
export type DraftHeader = Omit<JwsSignature, 'signature'>;

/** Reads the headers of a signature that is to be made. Nothing is added to them and nothing changed. */
export function readDraftHeader({
  protectedHeader = '',
  unprotectedHeader,
}: WrittenHeaders): Verdict<DraftHeader> {
  const signed = readMembers(protectedHeader);
  if (signed.verdict === 'refused') return signed;
  const open = readMembers(unprotectedHeader ?? '');
  if (open.verdict === 'refused') return open;
  const twice = Object.keys(open.token).find((name) => Object.hasOwn(signed.token, name));
  if (twice !== undefined) return inBoth(twice);
  const header = { ...open.token, ...signed.token };
  const { alg } = header;
  if (typeof alg !== 'string') return noAlgorithm();
  return verified({
    encodedHeader: encodeBase64url(protectedHeader),
    protectedHeader: signed.token,
    header: { ...header, alg },
  });
}

/** RFC 8725 §3.2: `none` is never signed with, however it is spelt. */
export function refuseDraftAlgorithm(alg: string): Refused | undefined {
  if (isNone(alg)) {
    return refused({
      code: 'alg_none',
      sentence: 'The header says that the token is not signed.',
      member: 'alg',
      expected: 'an algorithm to sign with',
      actual: quote(alg),
      fix: 'Name an algorithm, or ask for an unsigned token by its name.',
      rule: 'RFC 8725 §3.2',
    });
  }
  if (readInspectionAlgorithm(alg) !== undefined) return undefined;
  return refused({
    code: 'alg_unsupported',
    sentence: 'The header names an algorithm that is not known here.',
    member: 'alg',
    expected: `one of ${inspectionAlgorithms.join(', ')}`,
    actual: quote(alg),
    fix: 'Name a known algorithm, such as ES256 or RS256.',
    rule: 'RFC 7518 §3.1',
  });
}

export function isNone(alg: string): boolean {
  return alg.trim().toLowerCase() === 'none';
}

function readMembers(text: string): Verdict<HeaderMembers> {
  return text === '' ? verified({}) : parseJsonObject(new TextEncoder().encode(text), 'header');
}

function inBoth(name: string): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'A header parameter is in both headers.',
    member: quote(name),
    expected: 'each parameter in one of the two headers',
    fix: 'Take it out of one of them.',
    rule: 'RFC 7515 §7.2.1',
  });
}

function noAlgorithm(): Refused {
  return refused({
    code: 'token_malformed',
    sentence: 'The header does not name an algorithm.',
    member: 'alg',
    expected: 'an algorithm as text',
    fix: 'Add alg to the header, such as "alg": "ES256".',
    rule: 'RFC 7515 §4.1.1',
  });
}
