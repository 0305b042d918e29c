import { quote, quoteList } from '../verdict/quote.ts';
import { type AlgorithmTraits, type SignatureAlgorithm, signatureAlgorithms } from './algorithm.ts';
import type { KeyRefusal } from './key.ts';
import type { KeyForm } from './key-form.ts';

const anyKey = 'a JWK, a JWK set, PEM (PUBLIC KEY, PRIVATE KEY or CERTIFICATE) or a secret';

export function keyUnreadable(what: string): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: `This is no ${what} that can be read.`,
    expected: anyKey,
    fix: 'Take the key as whoever made it gives it, not as another program shows it.',
    rule: 'RFC 7517 §4, RFC 7468',
  };
}

/** Whatever it is, there is more around it than belongs to any key. */
export function keyOversized(most: number, actual: number): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: `The text has ${actual} characters; up to ${most} are read here.`,
    expected: anyKey,
    fix: 'Give the key alone: one PEM, JWK or key set.',
  };
}

/** A part of the key is not there. */
export function keyCut(what: string): KeyRefusal {
  return {
    ...keyUnreadable(what),
    actual: 'a part of it',
    fix: 'Copy the whole key again, with its first and last line.',
  };
}

/** The key's own fault, which no token can mend. `actual` must not quote what may be private. */
export function keyDamaged(member: string, expected: string, actual: string): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: `The member ${quote(member)} of the key is not what it must be.`,
    member,
    expected,
    actual,
    fix: 'Have whoever makes this key write it as RFC 7518 says, or take it from where it was made.',
    rule: 'RFC 7518 §6',
  };
}

/** A key of a kind that has no place in JOSE, by its name. */
export function keyKindUnsupported(kind: string): KeyRefusal {
  return {
    code: 'key_kind_unsupported',
    sentence: `This is a ${kind} key, for which there is no algorithm here.`,
    expected: 'RSA, P-256, P-384, P-521, secp256k1, Ed25519, Ed448, X25519, X448 or ML-DSA',
    actual: kind,
    fix: 'Use a key of a kind that JOSE knows, such as P-256: signet key generate --alg ES256',
    rule: 'RFC 7518 §3.1',
  };
}

/** The key can be had, but is not what was given. */
export function keyElsewhere(sentence: string, url: string): KeyRefusal {
  return {
    code: 'key_elsewhere',
    sentence,
    expected: anyKey,
    actual: url,
    fix: 'Have the keys fetched from there: `--jwks-url` on the command line, “Fetch keys” on the page.',
    rule: 'RFC 7517 §5, OpenID Connect Discovery 1.0 §3',
  };
}

export function keyTooMany(most: number, count: number): KeyRefusal {
  return {
    code: 'key_too_many',
    sentence: 'The key set holds more keys than are read.',
    expected: `at most ${most} keys`,
    actual: `${count} keys`,
    fix: 'Have the issuer remove keys that it no longer uses.',
  };
}

/** Text of another form than that of a key or secret, named so that it is never taken for a secret. */
export function notAKey(sentence: string, fix: string): KeyRefusal {
  return { code: 'key_unreadable', sentence, expected: anyKey, fix, rule: 'RFC 7517 §4, RFC 7468' };
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

export function secretIsKey(form: KeyForm): KeyRefusal {
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

/** PKCS#1 and SEC1 with headers (RFC 1421), whose password is stretched by one round of MD5. */
export function keyEncryptedOldWay(): KeyRefusal {
  return {
    ...keyEncrypted(),
    sentence: 'The private key is encrypted in the old way of OpenSSL.',
    actual: 'Proc-Type: 4,ENCRYPTED',
    fix: 'Convert it, which asks for the password: openssl pkey -in key.pem -out plain.pem',
    rule: 'RFC 1421 §4.6.1.1',
  };
}

export function keyFormUnsupported(label: string): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: 'This form of PEM is not read here.',
    expected: 'PUBLIC KEY, PRIVATE KEY or CERTIFICATE',
    actual: quote(label),
    fix: (Object.hasOwn(waysOut, label) ? waysOut[label] : undefined) ?? convertPem,
    rule: 'RFC 7468',
  };
}

const convertPem =
  'Convert it: openssl pkey -in key.pem -out key-pkcs8.pem (add -pubin -pubout for a public key).';

/** OpenSSL reads only some of them. */
const waysOut: Readonly<Record<string, string>> = {
  'OPENSSH PRIVATE KEY':
    'Ed25519: ssh-keygen does not convert it, so make a new key: signet key generate --alg EdDSA --out private.jwk – RSA and ECDSA: convert a copy of the file, which is written over: ssh-keygen -p -m PKCS8 -N "" -f COPY_OF_THE_KEY',
  PKCS12: 'Take the key out: openssl pkcs12 -in key.p12 -nocerts -noenc -out key.pem',
  PKCS7: 'Take the certificates out: openssl pkcs7 -in file.p7b -print_certs -out certificates.pem',
  'CERTIFICATE REQUEST': 'Take its key out: openssl req -in request.pem -noout -pubkey',
  'SSH2 PUBLIC KEY': 'Convert it: ssh-keygen -i -f key.pub',
};

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
