import type { HeaderMembers } from '../jws/read-jws.ts';
import { malformed } from '../verdict/malformed.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused, type Verdict, verified } from '../verdict/verdict.ts';
import {
  type ContentEncryption,
  contentEncryptions,
  type KeyAlgorithm,
  keyAlgorithms,
  readContentEncryption,
  readKeyAlgorithm,
} from './encryption-algorithm.ts';

/** Rounds of PBKDF2 that one token can cause. */
export const mostIterations = 1_000_000;

/** What a JWE asks for, before any key is looked at: algorithms that are known, pinned and bounded. */
export function checkEncryptionHeader(
  header: HeaderMembers,
  protectedHeader: HeaderMembers,
  pinned: string | undefined,
): Verdict<{ readonly algorithm: KeyAlgorithm; readonly encryption: ContentEncryption }> {
  const algorithm = readKeyAlgorithm(header['alg']);
  if (algorithm === undefined) return unsupported('alg', header['alg'], keyAlgorithms);
  const encryption = readContentEncryption(header['enc']);
  if (encryption === undefined) return unsupported('enc', header['enc'], contentEncryptions);
  if (pinned !== undefined && pinned !== algorithm) return notPinned(pinned, algorithm);
  return refuseExtensions(header, protectedHeader) ?? verified({ algorithm, encryption });
}

function refuseExtensions(header: HeaderMembers, protectedHeader: HeaderMembers): Refused | undefined {
  const { p2c, crit, zip } = header;
  if (typeof p2c === 'number' && p2c > mostIterations) {
    const refusal = unsupported('p2c', p2c, [`at most ${mostIterations} iterations`]);
    return refusal;
  }
  if (Object.hasOwn(header, 'crit')) return critical(crit);
  if (zip === undefined) return undefined;
  if (zip !== 'DEF') return unsupported('zip', zip, ['DEF']);
  if (Object.hasOwn(protectedHeader, 'zip')) return undefined;
  return malformed('The zip parameter is not protected', { member: 'zip', rule: 'RFC 7516 §4.1.3' });
}

function unsupported(member: string, value: unknown, known: readonly string[]): Refused {
  if (value === undefined)
    return malformed(`The header does not name ${member}`, { member, rule: 'RFC 7516 §4.1' });
  return refused({
    code: 'alg_unsupported',
    sentence: `The ${member} of the token is not supported here, so nothing was decrypted.`,
    member,
    expected: known.join(', '),
    actual: quoteValue(value),
    fix: 'Have the issuer encrypt with a supported algorithm, such as ECDH-ES+A256KW and A256GCM.',
    rule: 'RFC 7518 §4.1, §5.1',
  });
}

function notPinned(pinned: string, actual: string): Refused {
  return refused({
    code: 'alg_not_pinned',
    sentence: 'The token names another key management algorithm than the one to accept.',
    member: 'alg',
    expected: quote(pinned),
    actual: quote(actual),
    fix: 'Accept this algorithm as well, if the issuer is to use it.',
    rule: 'RFC 8725 §3.1',
  });
}

function critical(crit: unknown): Refused {
  return refused({
    code: 'crit_unknown',
    sentence: 'The token demands an extension that is not understood here, so it must be refused.',
    member: 'crit',
    expected: 'no critical extensions',
    actual: quoteValue(crit),
    fix: 'Have the issuer encrypt without this extension.',
    rule: 'RFC 7516 §4.1.13',
  });
}
