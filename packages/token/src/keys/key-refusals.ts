import { quote, quoteList } from '../verdict/quote.ts';
import { type AlgorithmTraits, type SignatureAlgorithm, signatureAlgorithms } from './algorithm.ts';
import type { KeyRefusal } from './key.ts';

export function keyUnreadable(what: string): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: `This is no ${what} that can be read.`,
    expected: 'a JWK, a JWK set, PEM (PUBLIC KEY, PRIVATE KEY or CERTIFICATE) or a secret',
    fix: 'Copy the whole key again, with its first and last line.',
    rule: 'RFC 7517 §4, RFC 7468',
  };
}

export function keyWrongKind(algorithm: AlgorithmTraits, actual: string): KeyRefusal {
  const curve = algorithm.crv === undefined ? '' : ` on ${algorithm.crv}`;
  return {
    code: 'key_wrong_kind',
    sentence: `The key is not of the kind that ${algorithm.name} needs.`,
    expected: algorithm.kty === 'oct' ? 'a secret' : `a key of type ${algorithm.kty}${curve}`,
    actual: quote(actual),
    fix: 'Use the key that was made for this algorithm, or name the algorithm of this key.',
    rule: 'RFC 7518 §3.1',
  };
}

export function keyTooShort(algorithm: SignatureAlgorithm, neededBits: number, bits: number): KeyRefusal {
  return {
    code: 'key_too_short',
    sentence: `The key is too short for ${algorithm}.`,
    expected: `at least ${neededBits} bits`,
    actual: `${bits} bits`,
    fix: algorithm.startsWith('HS')
      ? `Use a random secret of ${neededBits / 8} bytes or more.`
      : 'Use an RSA key of 2048 bits or more.',
    rule: algorithm.startsWith('HS') ? 'RFC 7518 §3.2' : 'RFC 7518 §3.3',
  };
}

export function keyWeakExponent(): KeyRefusal {
  return {
    code: 'key_wrong_kind',
    sentence: 'The RSA key has a public exponent with which anybody can forge signatures.',
    member: 'e',
    expected: 'an odd exponent of 3 or more, usually 65537',
    actual: '1 or an even number',
    fix: 'Have the issuer make a new key.',
    rule: 'RFC 8017 §3.1',
  };
}

export function keyFactorable(actual: string): KeyRefusal {
  return {
    code: 'key_factorable',
    sentence:
      'The private half of this RSA key can be computed from the public one, so that anybody may sign.',
    member: 'n',
    expected: 'a modulus of two secret primes',
    actual,
    fix: 'Have the issuer make a new key.',
    rule: 'CVE-2017-15361, RFC 8017 §3.1',
  };
}

export function secretIsKey(form: 'PEM' | 'DER'): KeyRefusal {
  return {
    code: 'secret_is_pem',
    sentence: `This is a ${form} file, not a secret.`,
    expected: 'a random secret',
    actual: form === 'PEM' ? 'text with a PEM header' : 'the bytes of an asymmetric key',
    fix: 'Name the asymmetric algorithm of this key, such as RS256 or ES256. A public key as HMAC secret lets anybody sign.',
    rule: 'RFC 8725 §2.1',
  };
}

export function keyEncrypted(): KeyRefusal {
  return {
    code: 'key_encrypted',
    sentence: 'The private key is encrypted with a password.',
    expected: 'PRIVATE KEY (PKCS#8) without a password',
    actual: 'ENCRYPTED PRIVATE KEY',
    fix: 'Decrypt it first: openssl pkcs8 -in key.pem -out plain.pem',
    rule: 'RFC 5958 §3',
  };
}

export function keyFormUnsupported(label: string): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: 'This form of PEM is not read here.',
    expected: 'PUBLIC KEY, PRIVATE KEY or CERTIFICATE',
    actual: quote(label),
    fix: 'Convert it: openssl pkey -in key.pem -out key-pkcs8.pem (add -pubin -pubout for a public key).',
    rule: 'RFC 7468',
  };
}

export function keyPrivate(actual: string): KeyRefusal {
  return {
    code: 'key_private',
    sentence: 'A published key set holds a private key or a secret, so that anybody may have signed with it.',
    expected: 'public keys only',
    actual,
    fix: 'Have the issuer replace this key at once and publish only the public half.',
    rule: 'RFC 7517 §9.2',
  };
}

export function keyPublic(): KeyRefusal {
  return {
    code: 'key_public',
    sentence: 'This is a public key; signing needs the private one.',
    expected: 'a private key',
    actual: 'a public key',
    fix: 'Use the private half. It is kept by whoever issues the tokens.',
    rule: 'RFC 7515 §5.1',
  };
}

export function algorithmNotAllowed(
  allowed: readonly SignatureAlgorithm[],
  actual: readonly SignatureAlgorithm[],
): KeyRefusal {
  return {
    code: 'algorithm_not_allowed',
    sentence: 'The key is for an algorithm that is not accepted here.',
    member: 'alg',
    expected: quoteList(allowed),
    actual: quoteList(actual) || `none of ${quoteList(signatureAlgorithms)}`,
    fix: 'Add the algorithm to the issuer’s algorithms, if you trust it.',
    rule: 'RFC 8725 §3.1',
  };
}
