import { constants, createCipheriv, generateKeyPairSync, publicEncrypt, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { CompactEncrypt } from 'jose';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { type GivenKey, readGivenKeys } from '../keys/given-key.ts';
import { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';
import { encryptFlattenedJwe, encryptJwe } from './encrypt-jwe.ts';
import { contentEncryptions, keyAlgorithms, secretBytesOf } from './encryption-algorithm.ts';

const plaintext = new TextEncoder().encode('Nobody else can read this.');

function given(key: unknown): GivenKey {
  const read = readGivenKeys(key);
  const [first] = read.kind === 'key' ? read.key.keys : [];
  if (first === undefined) throw new Error('no key');
  return first;
}

async function open(token: unknown, key: unknown, algorithm?: string): Promise<string> {
  const read = readGivenKeys(key);
  if (read.kind === 'refused') return read.refusal.code;
  const keys = openDecryptionKeys(read.key);
  const { verdict } = await decryptJwe(token, { keys, ...(algorithm === undefined ? {} : { algorithm }) });
  return verdict.verdict === 'refused'
    ? verdict.refusal.code
    : new TextDecoder().decode(verdict.token.plaintext);
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pairs = {
  RSA: [rsa],
  ECDH: [
    generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    generateKeyPairSync('ec', { namedCurve: 'P-521' }),
    generateKeyPairSync('x25519'),
  ],
};

const written = keyAlgorithms.flatMap((algorithm) => (algorithm === 'RSA1_5' ? [] : [algorithm]));

describe('encrypting and decrypting', () => {
  it.each(written)(
    'does both with %s and every content encryption, compact and flattened',
    async (algorithm) => {
      for (const encryption of contentEncryptions) {
        const secret = {
          secret: randomBytes(secretBytesOf(algorithm, encryption) ?? 20).toString('hex'),
          encoding: 'hex',
        };
        const family = algorithm.startsWith('RSA')
          ? pairs.RSA
          : algorithm.startsWith('ECDH')
            ? pairs.ECDH
            : [];
        const keys = family.map(({ publicKey, privateKey }) => [
          publicKey.export({ format: 'jwk' }),
          privateKey.export({ format: 'pem', type: 'pkcs8' }),
        ]);
        for (const [to, by] of family.length === 0 ? [[secret, secret]] : keys) {
          const options = { key: given(to), algorithm, encryption, header: { kid: 'k' } };
          expect(await open(await encryptJwe(plaintext, options), by)).toBe('Nobody else can read this.');
          expect(await open(await encryptFlattenedJwe(plaintext, options), by, algorithm)).toMatch(/^Nobody/);
        }
      }
    },
  );

  it('opens a token that another library made, by an EC key in SEC1 and an RSA key in PKCS#1', async () => {
    const [ec = rsa] = pairs.ECDH;
    for (const [alg, pair, type] of [
      ['ECDH-ES', ec, 'sec1'],
      ['RSA-OAEP-256', rsa, 'pkcs1'],
    ] as const) {
      const token = await new CompactEncrypt(plaintext)
        .setProtectedHeader({ alg, enc: 'A256GCM' })
        .encrypt(pair.publicKey);
      expect(await open(token, pair.privateKey.export({ format: 'pem', type }))).toMatch(/^Nobody/);
    }
  });

  it('looks into RSA1_5 and into a key of 1024 bits, and says what is wrong with them', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const cases = [
      ['RSA1_5', rsa, constants.RSA_PKCS1_PADDING, 1],
      ['RSA1_5', weak, constants.RSA_PKCS1_PADDING, 2],
      ['RSA-OAEP', weak, constants.RSA_PKCS1_OAEP_PADDING, 1],
    ] as const;
    for (const [alg, { publicKey, privateKey }, padding, warnings] of cases) {
      const contentKey = randomBytes(32);
      const iv = randomBytes(12);
      const header = encodeBase64url(JSON.stringify({ alg, enc: 'A256GCM' }));
      const cipher = createCipheriv('aes-256-gcm', contentKey, iv).setAAD(Buffer.from(header));
      const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
      const parts = [publicEncrypt({ key: publicKey, padding }, contentKey), iv, sealed, cipher.getAuthTag()];
      const token = [header, ...parts.map((part) => part.toString('base64url'))].join('.');
      const keys = openDecryptionKeys({ kind: 'one', keys: [given(privateKey.export({ format: 'jwk' }))] });
      const { verdict } = await decryptJwe(token, { keys });
      expect(verdict).toMatchObject({ verdict: 'verified', token: { plaintext } });
      expect(verdict.verdict === 'verified' && verdict.token.warnings).toHaveLength(warnings);
      expect(
        await open(
          token.replace(/(?<=\.)[^.](?=[^.]*$)/, (one) => (one === 'A' ? 'B' : 'A')),
          privateKey.export({ format: 'jwk' }),
        ),
      ).toBe('decryption_failed');
    }
  });
});

describe('hostile JWE', () => {
  const secret = { kty: 'oct', k: encodeBase64url(randomBytes(32)) };
  const encrypt = (header: Record<string, unknown> = {}) =>
    encryptJwe(plaintext, { key: given(secret), algorithm: 'A256KW', encryption: 'A256GCM', header });

  it('says the same for a wrong key and a changed token', async () => {
    const token = await encrypt();
    expect(await open(token, { kty: 'oct', k: encodeBase64url(randomBytes(32)) })).toBe('decryption_failed');
    const [header = '', key = '', ...rest] = token.split('.');
    const changed = `${key.startsWith('A') ? 'B' : 'A'}${key.slice(1)}`;
    expect(await open([header, changed, ...rest].join('.'), secret)).toBe('decryption_failed');
  });

  it('never opens a token with one bit changed', async () => {
    const token = await encrypt();
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.nat(6), async (at, bit) => {
        const changed = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit));
        expect(await open(token.slice(0, at) + changed + token.slice(at + 1), secret)).not.toMatch(/^Nobody/);
      }),
    );
  });

  it('holds the pin, and the kind of key', async () => {
    const token = await encrypt();
    expect(await open(token, secret, 'dir')).toBe('alg_not_pinned');
    expect(await open(token, rsa.publicKey.export({ format: 'jwk' }))).toBe('alg_not_pinned');
    expect(await open(token, { secret: 'short' })).toBe('alg_not_pinned');
  });

  it.each<[string, object]>([
    ['A256GCMKW', { alg: 'A256GCMKW' }],
    ['sig', { use: 'sig' }],
    ['["sign"]', { key_ops: ['sign'] }],
  ])(
    'warns that the key is for something else, %s, which a secret without a word is not',
    async (told, over) => {
      const token = await encrypt();
      const read = readGivenKeys({ ...secret, ...over });
      if (read.kind === 'refused') throw new Error(read.refusal.sentence);
      const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(read.key) });
      const warnings = [`The key says that it is for something else (${told}): for inspection only.`];
      expect(verdict).toMatchObject({ verdict: 'verified', token: { warnings } });
      expect(await open(token, secret)).toBe(await open(token, { ...secret, ...over }));
    },
  );

  it('opens with a key pair marked for signatures what the same key opens as PEM', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const token = await new CompactEncrypt(new TextEncoder().encode('for both'))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A128GCM' })
      .encrypt(publicKey);
    const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    const jwk = { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' };
    expect([await open(token, pem), await open(token, jwk)]).toEqual(['for both', 'for both']);
  });

  it('refuses work without end: iterations of PBES2 and what zip inflates to', async () => {
    const header = encodeBase64url(
      '{"alg":"PBES2-HS256+A128KW","enc":"A128GCM","p2c":1000001,"p2s":"AAAAAAAAAAA"}',
    );
    expect(await open(`${header}.AA.AA.AA.AA`, { secret: 'x' })).toBe('alg_unsupported');
    const bomb = await new CompactEncrypt(new Uint8Array(8 * 1024 * 1024))
      .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM', zip: 'DEF' })
      .encrypt(Buffer.from(secret.k, 'base64url'));
    expect(await open(bomb, secret)).toBe('token_oversized');
  });

  it('refuses unknown algorithms, critical extensions and what is no JWE', async () => {
    const withHeader = (header: object) => `${encodeBase64url(JSON.stringify(header))}.AA.AA.AA.AA`;
    expect(await open(withHeader({ alg: 'none', enc: 'A128GCM' }), secret)).toBe('alg_unsupported');
    expect(await open(withHeader({ alg: 'dir', enc: 'none' }), secret)).toBe('alg_unsupported');
    expect(await open(withHeader({ alg: 'A256KW', enc: 'A256GCM', crit: ['x'], x: 1 }), secret)).toBe(
      'crit_unknown',
    );
    expect(await open(withHeader({ enc: 'A256GCM' }), secret)).toBe('token_malformed');
    expect(await open('a.b.c', secret)).toBe('token_malformed');
    expect(await open(await encrypt(), rsa.publicKey.export({ format: 'pem', type: 'spki' }))).toBe(
      'alg_not_pinned',
    );
  });

  it('answers anything at all with a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fc.jsonValue()), async (token) => {
        expect(await open(token, secret)).toMatch(/^token_malformed$/);
      }),
    );
  });
});
