import { type Refused, refused } from '../verdict/verdict.ts';

/** One refusal for a wrong key, a wrong tag and wrong padding alike (RFC 7516 §11.5). */
export function decryptionFailed(algorithm: string): Refused {
  return refused({
    code: 'decryption_failed',
    sentence: 'The token cannot be decrypted with this key.',
    expected: `a token that was encrypted for the ${algorithm} key that was given`,
    actual: 'a token for another key, or one that was changed',
    fix: 'Check that the token is whole and the key is the one it was encrypted for.',
    rule: 'RFC 7516 §5.2',
  });
}

export function inflatesTooFar(): Refused {
  return refused({
    code: 'token_oversized',
    sentence: 'The compressed content is larger than is read here.',
    member: 'zip',
    fix: 'Have the issuer send less, or without compression.',
    rule: 'RFC 8725 §3.6',
  });
}

export function notSupported(what: string): Refused {
  return refused({
    code: 'alg_unsupported',
    sentence: 'This runtime does not support what the token needs, so nothing was decrypted.',
    member: 'alg',
    actual: what,
    fix: 'Use a newer browser or Node.js, or another key.',
    rule: 'RFC 7518 §4.1',
  });
}
