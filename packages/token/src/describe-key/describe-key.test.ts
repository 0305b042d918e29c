import { execFileSync } from 'node:child_process';
import { checkPrimeSync, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describeWithPrograms } from '@signet/testing/suites';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { hasRocaFingerprint } from '../keys/roca.ts';
import { describeKey } from './describe-key.ts';
import type { DescribedKey, DescribeKeyOptions } from './described-key.ts';

const now = 1_790_000_000;
const openssl = (words: readonly string[], input?: string): string =>
  execFileSync('openssl', words, { input, stdio: ['pipe', 'pipe', 'ignore'] }).toString();

const keyIn = async (text: string, options: DescribeKeyOptions = {}): Promise<DescribedKey> => {
  const described = await describeKey(text, options);
  const [key] = described.kind === 'keys' ? described.keys : [];
  if (key === undefined) throw new Error(JSON.stringify(described));
  return key;
};
const rulesOf = async (text: string, options?: DescribeKeyOptions) =>
  (await keyIn(text, options)).weaknesses.map(({ rule }) => rule);

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = (key: KeyObject, more: object = {}): string =>
  JSON.stringify({ ...key.export({ format: 'jwk' }), ...more });
const pem = (key: KeyObject, type: 'spki' | 'pkcs1' | 'pkcs8' | 'sec1'): string =>
  String(key.export({ type, format: 'pem' } as never));

describe('describeKey', () => {
  it.each([
    ['a JWK', jwk(rsa.publicKey), 'JWK', 'RSA public key of 2048 bits'],
    ['SPKI', pem(ec.publicKey, 'spki'), 'PEM, PUBLIC KEY (SPKI)', 'P-256 public key'],
    ['PKCS#1', pem(rsa.privateKey, 'pkcs1'), 'PEM, RSA PRIVATE KEY (PKCS#1)', 'RSA private key of 2048 bits'],
    ['SEC1', pem(ec.privateKey, 'sec1'), 'PEM, EC PRIVATE KEY (SEC1)', 'P-256 private key'],
    [
      'PKCS#8 of Ed25519',
      pem(generateKeyPairSync('ed25519').privateKey, 'pkcs8'),
      'PEM, PRIVATE KEY (PKCS#8)',
      'Ed25519 private key',
    ],
    ['a secret', 'x'.repeat(64), 'text', 'secret of 512 bits'],
    [
      'secp256k1',
      pem(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey, 'sec1'),
      'PEM, EC PRIVATE KEY (SEC1)',
      'secp256k1 private key',
    ],
  ])('names %s', async (_name, text, form, name) => {
    expect(await keyIn(text)).toMatchObject({ form, name, weaknesses: [] });
  });

  it('gives one thumbprint to a key, however it is written', async () => {
    const texts = [
      jwk(ec.publicKey),
      jwk(ec.privateKey),
      pem(ec.publicKey, 'spki'),
      pem(ec.privateKey, 'sec1'),
    ];
    const prints = await Promise.all(texts.map(async (text) => (await keyIn(text)).thumbprint));
    expect(new Set(prints).size).toBe(1);
  });

  it('answers the example of RFC 7638 as published', async () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    const text = JSON.stringify({ kty: 'RSA', n, e: 'AQAB', alg: 'RS256', kid: '2011-04-29' });
    expect(await keyIn(text)).toMatchObject({
      thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
      algorithms: ['RS256'],
      kid: '2011-04-29',
    });
  });

  it('opens an encrypted key with its password, and says what is needed without', async () => {
    const text = String(
      ec.privateKey.export({
        type: 'pkcs8',
        format: 'pem',
        cipher: 'aes-256-cbc',
        passphrase: 'open sesame',
      }),
    );
    expect(await keyIn(text, { password: 'open sesame' })).toMatchObject({ name: 'P-256 private key' });
    expect(await describeKey(text)).toMatchObject({ kind: 'refused', refusal: { code: 'key_encrypted' } });
    expect(await describeKey(text, { password: 'x' })).toMatchObject({ kind: 'refused' });
  });

  it('never answers a private member', async () => {
    for (const text of [jwk(rsa.privateKey), pem(ec.privateKey, 'pkcs8')]) {
      const { publicJwk } = await keyIn(text);
      expect(Object.keys(publicJwk ?? {})).not.toEqual(expect.arrayContaining(['d']));
    }
    expect(JSON.stringify(await describeKey('my secret text'))).not.toContain(
      encodeBase64url('my secret text'),
    );
  });

  it('finds private keys in a set, which is published', async () => {
    const keys = [ec.publicKey, ec.privateKey].map((key) => key.export({ format: 'jwk' }));
    const described = await describeKey(
      JSON.stringify({ keys: [...keys, { kty: 'oct', k: 'A'.repeat(86) }] }),
    );
    const rules =
      described.kind === 'keys'
        ? described.keys.map(({ weaknesses }) => weaknesses.map(({ rule }) => rule))
        : [];
    expect(rules).toEqual([[], ['key/private-out-of-place'], ['key/private-out-of-place']]);
  });

  it.each([
    [
      'RSA of 1024 bits',
      pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, 'spki'),
      'key/rsa-short',
    ],
    [
      'an exponent of 3',
      pem(generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).publicKey, 'spki'),
      'key/rsa-exponent-small',
    ],
    ['an exponent of 1', jwk(rsa.publicKey, { e: 'AQ' }), 'key/rsa-exponent-broken'],
    ['an even exponent', jwk(rsa.publicKey, { e: 'AQAC' }), 'key/rsa-exponent-broken'],
    ['a short secret', 'hunter2-and-more', 'key/secret-short'],
  ])('finds %s', async (_name, text, rule) => {
    expect(await rulesOf(text)).toEqual([rule]);
  });

  it('finds a secret of the lists', async () => {
    expect(await rulesOf('your-256-bit-secret')).toEqual(['key/secret-listed', 'key/secret-short']);
  });

  it('finds a private key where a public one belongs', async () => {
    expect(await rulesOf(pem(ec.privateKey, 'pkcs8'), { publicPlace: true })).toEqual([
      'key/private-out-of-place',
    ]);
    expect(await rulesOf(pem(ec.publicKey, 'spki'), { publicPlace: true })).toEqual([]);
  });

  it('never throws, whatever is pasted', async () => {
    const heads = [
      '',
      '{"kty":',
      '{"kty":{"toString":1},"crv":',
      'ssh-rsa AAAA',
      '{"keys":[{"kty":"RSA","n":1},',
    ];
    const text = fc
      .tuple(fc.constantFrom(...heads), fc.oneof(fc.string(), fc.constant('1}'), fc.constant('{}]}')))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (each) => void (await describeKey(each, { now, password: 'p' }))),
    );
    const labels = fc.constantFrom(
      'CERTIFICATE',
      'PUBLIC KEY',
      'RSA PRIVATE KEY',
      'EC PRIVATE KEY',
      'ENCRYPTED PRIVATE KEY',
    );
    await fc.assert(
      fc.asyncProperty(labels, fc.uint8Array({ maxLength: 120 }), async (label, bytes) => {
        const body = Buffer.from(bytes).toString('base64');
        await describeKey(`-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`, {
          now,
          password: 'p',
        });
      }),
    );
  });
});

describe('the fingerprint of ROCA', () => {
  it('is found in keys made as the faulty library made them', () => {
    expect(hasRocaFingerprint(vulnerablePrime(11n) * vulnerablePrime(4711n))).toBe(true);
  });

  it('is not found in keys of OpenSSL', async () => {
    expect(await rulesOf(jwk(rsa.publicKey))).toEqual([]);
    expect(hasRocaFingerprint(0n)).toBe(false);
  });
});

/** A prime k · M + (65537^a mod M), M being the product of the first 39 primes, as in CVE-2017-15361 for 512 bits. */
function vulnerablePrime(exponent: bigint): bigint {
  const first = Array.from({ length: 166 }, (_, index) => BigInt(index + 2)).filter((each) =>
    checkPrimeSync(each),
  );
  const product = first.reduce((all, prime) => all * prime, 1n);
  let power = 1n;
  for (let count = 0n; count < exponent; count += 1n) power = (power * 65537n) % product;
  for (let k = 2n ** 36n; ; k += 1n) if (checkPrimeSync(k * product + power)) return k * product + power;
}

describeWithPrograms(['openssl'], 'describeKey, given a certificate,', () => {
  it('tells a certificate by its names and validity', async () => {
    const words = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      '/dev/null',
    ];
    const text = openssl([...words, '-subj', '/C=DE/O=Example GmbH/CN=api.example', '-days', '30']);
    const described = await keyIn(text);
    expect(described).toMatchObject({
      form: 'PEM, CERTIFICATE (X.509)',
      name: 'P-256 public key',
      certificate: {
        subject: 'C=DE, O=Example GmbH, CN=api.example',
        issuer: 'C=DE, O=Example GmbH, CN=api.example',
      },
      weaknesses: [],
    });
    const dates = openssl(['x509', '-noout', '-enddate'], text).trim().replace('notAfter=', '');
    const end = Date.parse(dates) / 1000;
    expect(described.certificate?.validity).toContain(
      new Date(end * 1000).toISOString().replace('.000Z', 'Z'),
    );
    expect(await rulesOf(text, { now: end - 60 })).toEqual([]);
    expect(await rulesOf(text, { now: end + 60 })).toEqual(['key/certificate-expired']);
    expect(await rulesOf(text, { now: 0 })).toEqual(['key/certificate-not-yet-valid']);
  });
});
