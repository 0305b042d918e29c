import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { halfOfJwk } from '../keys/jwk.ts';
import { bitsOf, numberOfJwk } from '../keys/jwk-number.ts';
import type { Jwk } from '../keys/key.ts';
import { keyFormOf } from '../keys/key-as-secret.ts';
import { hasRocaFingerprint } from '../keys/roca.ts';
import { byConsequence, type Finding } from '../lint/finding.ts';
import { isListedSecret } from '../lint/well-known-secrets.ts';

const leastRsaBits = 2048;
const leastSecretBits = 256;

/** What is weak about a key, whatever it is used for. */
export function keyWeaknesses(jwk: Jwk, publicPlace: boolean): readonly Finding[] {
  return byConsequence([
    ...(jwk['kty'] === 'RSA' ? [...weakModulus(jwk), ...weakExponent(jwk)] : []),
    ...(jwk['kty'] === 'oct' ? weakSecret(jwk) : []),
    ...(publicPlace && halfOfJwk(jwk) !== 'public' ? [outOfPlace] : []),
  ]);
}

function weakModulus(jwk: Jwk): readonly Finding[] {
  const modulus = numberOfJwk(jwk['n']);
  const bits = bitsOf(modulus);
  return [
    ...(hasRocaFingerprint(modulus) ? [roca] : []),
    ...(bits < leastRsaBits ? [shortRsa(bits)] : []),
    ...(bits > 0 && modulus % 2n === 0n ? [evenModulus] : []),
  ];
}

function weakExponent(jwk: Jwk): readonly Finding[] {
  const exponent = numberOfJwk(jwk['e']);
  if (exponent === 1n || exponent % 2n === 0n) return [brokenExponent];
  return exponent === 3n ? [smallExponent] : [];
}

function weakSecret(jwk: Jwk): readonly Finding[] {
  const { bytes } = decodeBase64url(typeof jwk['k'] === 'string' ? jwk['k'] : '');
  const bits = bytes.length * 8;
  return [
    ...(keyFormOf(bytes) === undefined ? [] : [secretIsKey]),
    ...(isListedSecret(bytes) ? [listedSecret] : []),
    ...(bits < leastSecretBits ? [shortSecret(bits)] : []),
  ];
}

function shortRsa(bits: number): Finding {
  const sentence = `The RSA key has ${bits} bits; ${leastRsaBits} are the least that is safe.`;
  return {
    rule: 'key/rsa-short',
    level: 'error',
    sentence,
    fix: newKey,
    reference: 'RFC 7518 §3.3',
    member: 'n',
  };
}

function shortSecret(bits: number): Finding {
  const sentence = `The secret has ${bits} bits; HS256 needs ${leastSecretBits}, HS512 twice as many.`;
  const fix = 'Make a random secret of 64 bytes: signet key generate --alg HS512 --out FILE';
  return { rule: 'key/secret-short', level: 'error', sentence, fix, reference: 'RFC 7518 §3.2', member: 'k' };
}

const newKey = 'Make a new key, publish it beside this one, and retire this one.';

const roca: Finding = {
  rule: 'key/rsa-roca',
  level: 'error',
  sentence: 'The modulus has the fingerprint of ROCA: the private key can be computed from the public one.',
  fix: newKey,
  reference: 'CVE-2017-15361',
  member: 'n',
};

const evenModulus: Finding = {
  rule: 'key/rsa-even-modulus',
  level: 'error',
  sentence: 'The modulus is even, so that it is factored already.',
  fix: newKey,
  reference: 'RFC 8017 §3.1',
  member: 'n',
};

const brokenExponent: Finding = {
  rule: 'key/rsa-exponent-broken',
  level: 'error',
  sentence: 'The public exponent is 1 or even: anybody can forge signatures.',
  fix: newKey,
  reference: 'RFC 8017 §3.1',
  member: 'e',
};

const smallExponent: Finding = {
  rule: 'key/rsa-exponent-small',
  level: 'note',
  sentence: 'The public exponent is 3, which careless padding checks have fallen to.',
  fix: 'Use 65537 for the next key.',
  reference: 'NIST SP 800-56B §6.2.1.1',
  member: 'e',
};

const secretIsKey: Finding = {
  rule: 'key/secret-is-key',
  level: 'error',
  sentence: 'The secret is the text of an asymmetric key: whoever has its public half can sign.',
  fix: 'Name the asymmetric algorithm of this key, such as RS256 or ES256. A public key as HMAC secret lets anybody sign.',
  reference: 'RFC 8725 §2.1',
  member: 'k',
};

const listedSecret: Finding = {
  rule: 'key/secret-listed',
  level: 'error',
  sentence: 'The secret stands in lists that attackers try first.',
  fix: 'Replace it at once by random bytes.',
  reference: 'RFC 8725 §3.5',
  member: 'k',
};

const outOfPlace: Finding = {
  rule: 'key/private-out-of-place',
  level: 'error',
  sentence: 'This key can sign, and stands where a public key belongs.',
  fix: 'Put the public half here; replace the key if anybody else has seen this file.',
  reference: 'RFC 7517 §9.2',
};
