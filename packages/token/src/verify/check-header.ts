import { readAlgorithm, signatureAlgorithms } from '../keys/algorithm.ts';
import { quote, quoteList, quoteValue } from '../verdict/quote.ts';
import { type Refused, refused } from '../verdict/verdict.ts';
import type { JoseHeader } from './verified-token.ts';

/** Refuses `none`, however it is spelt, and what is not supported; a key is looked up only afterwards. */
export function checkAlgorithmNamed(alg: string): Refused | undefined {
  if (alg.trim().toLowerCase() === 'none') return algorithmNone(alg);
  if (readAlgorithm(alg) !== undefined) return undefined;
  return refused({
    code: 'alg_unsupported',
    sentence: 'The signature algorithm of the token is not supported here.',
    member: 'alg',
    expected: `one of ${signatureAlgorithms.join(', ')}`,
    actual: quote(alg),
    fix: 'Have the issuer sign with a supported algorithm, such as ES256 or RS256.',
    rule: 'RFC 7518 §3.1',
  });
}

/** Refuses a header that changes how the token is to be read: `crit` in any form, and `b64: false`. */
export function checkExtensions(header: JoseHeader): Refused | undefined {
  if (Object.hasOwn(header, 'crit')) return critical(header['crit']);
  if (!Object.hasOwn(header, 'b64') || header['b64'] === true) return undefined;
  return refused({
    code: 'crit_unknown',
    sentence: 'The token says that its payload is not base64url, which is not accepted here.',
    member: 'b64',
    expected: 'no b64 parameter',
    actual: quoteValue(header['b64']),
    fix: 'Have the issuer sign without the b64 option.',
    rule: 'RFC 7797 §6',
  });
}

function algorithmNone(alg: string): Refused {
  return refused({
    code: 'alg_none',
    sentence: 'The token says that it is not signed.',
    member: 'alg',
    expected: 'a signed token',
    actual: quote(alg),
    fix: 'Use a token from the issuer; an unsigned one can be written by anybody.',
    rule: 'RFC 8725 §3.2',
  });
}

function critical(crit: unknown): Refused {
  const names = Array.isArray(crit) && crit.every((name) => typeof name === 'string') ? crit : undefined;
  if (names === undefined || names.length === 0) {
    return refused({
      code: 'token_malformed',
      sentence: 'The list of critical extensions in the header is not one.',
      member: 'crit',
      expected: 'a list with at least one name, or no crit at all',
      actual: quoteValue(crit),
      fix: 'Have the issuer leave out crit, or name the extensions it uses.',
      rule: 'RFC 7515 §4.1.11',
    });
  }
  return refused({
    code: 'crit_unknown',
    sentence: 'The token demands an extension that is not understood here, so it must be refused.',
    member: 'crit',
    expected: 'no critical extensions',
    actual: quoteList(names),
    fix: 'Have the issuer sign without this extension.',
    rule: 'RFC 7515 §4.1.11',
  });
}
