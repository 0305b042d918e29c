import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type GivenKeys, readGivenKeys } from '../keys/given-key.ts';
import { decryptJwe, openDecryptionKeys } from './decrypt-jwe.ts';
import { encryptJwe } from './encrypt-jwe.ts';
import { secretBytesOf } from './encryption-algorithm.ts';
import { chooseEncryptionKey, encryptionAlgorithmsOf, writingAlgorithms } from './encryption-key.ts';

const read = (key: unknown): GivenKeys => {
  const given = readGivenKeys(key);
  if (given.kind === 'refused') throw new Error(given.refusal.code);
  return given.key;
};
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const x25519 = generateKeyPairSync('x25519');
const encryption = 'A256GCM';
const secretOf = (bytes: number) => ({ secret: randomBytes(bytes).toString('hex'), encoding: 'hex' });
const pem = (
  key: { export: (form: { type: 'spki' | 'pkcs8'; format: 'pem' }) => unknown },
  type: 'spki' | 'pkcs8',
) => String(key.export({ type, format: 'pem' }));
const refusalOf = async (key: unknown, purpose: Partial<Parameters<typeof chooseEncryptionKey>[1]>) => {
  const chosen = await chooseEncryptionKey(read(key), { algorithm: 'RSA-OAEP-256', encryption, ...purpose });
  return chosen.kind === 'refused' ? chosen.refusal : undefined;
};

describe('the key to encrypt for', () => {
  it.each(writingAlgorithms)(
    'is taken as PEM, JWK or secret for %s, and decrypts by its other half',
    async (algorithm) => {
      const pairs = algorithm.startsWith('RSA') ? [rsa] : algorithm.startsWith('ECDH') ? [p256, x25519] : [];
      const shared = secretOf(secretBytesOf(algorithm, encryption) ?? 12);
      const keys: readonly (readonly [unknown, unknown])[] =
        pairs.length === 0
          ? [[shared, shared]]
          : pairs.flatMap(({ publicKey, privateKey }) => [
              [pem(publicKey, 'spki'), pem(privateKey, 'pkcs8')],
              [publicKey.export({ format: 'jwk' }), privateKey.export({ format: 'jwk' })],
              [pem(privateKey, 'pkcs8'), pem(privateKey, 'pkcs8')],
            ]);
      for (const [closing, opening] of keys) {
        const chosen = await chooseEncryptionKey(read(closing), { algorithm, encryption });
        if (chosen.kind === 'refused') throw new Error(chosen.refusal.sentence);
        const token = await encryptJwe(Uint8Array.of(7), { key: chosen.key, algorithm, encryption });
        const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(read(opening)) });
        expect(verdict).toMatchObject({ verdict: 'verified', token: { plaintext: Uint8Array.of(7) } });
      }
    },
  );

  it('never keeps the private half', async () => {
    const chosen = await chooseEncryptionKey(read(p256.privateKey.export({ format: 'jwk' })), {
      algorithm: 'ECDH-ES',
      encryption,
    });
    expect(chosen).toMatchObject({ kind: 'key', key: { wasPrivate: true } });
    expect(JSON.stringify(chosen)).not.toContain('"d"');
  });

  it('is chosen from a set by its use or its kid, and never guessed', async () => {
    const jwk = (more: object) => ({ ...rsa.publicKey.export({ format: 'jwk' }), ...more });
    const set = {
      keys: [jwk({ kid: 'sign', use: 'sig' }), jwk({ kid: 'a', use: 'enc' }), jwk({ kid: 'b' })],
    };
    const choose = (kid?: string) =>
      chooseEncryptionKey(read(set), {
        algorithm: 'RSA-OAEP-256',
        encryption,
        ...(kid === undefined ? {} : { kid }),
      });
    expect(await choose()).toMatchObject({ key: { kid: 'a' } });
    expect(await choose('b')).toMatchObject({ key: { kid: 'b' } });
    expect(await choose('sign')).toMatchObject({ refusal: { code: 'key_not_for_encryption' } });
    expect(await choose('c')).toMatchObject({ refusal: { actual: 'c', expected: 'sign, a, b' } });
    const both = { keys: [jwk({ kid: 'a' }), jwk({ kid: 'b' })] };
    expect(await refusalOf(both, {})).toMatchObject({
      code: 'key_too_many',
      expected: expect.stringContaining('a, b'),
    });
  });

  it.each([
    ['a secret of another length', secretOf(31), { algorithm: 'A256KW' }, 'key_wrong_kind'],
    [
      'a secret as long as the key of another content encryption',
      secretOf(16),
      { algorithm: 'dir' },
      'key_wrong_kind',
    ],
    ['an empty password', { secret: '' }, { algorithm: 'PBES2-HS256+A128KW' }, 'key_unreadable'],
    [
      'a public key where a secret belongs',
      pem(rsa.publicKey, 'spki'),
      { algorithm: 'A256KW' },
      'key_wrong_kind',
    ],
    ['a secret where a public key belongs', secretOf(32), {}, 'key_wrong_kind'],
    ['a key on another kind of curve', pem(p256.publicKey, 'spki'), {}, 'key_wrong_kind'],
    [
      'a curve that only signs',
      pem(generateKeyPairSync('ed25519').publicKey, 'spki'),
      { algorithm: 'ECDH-ES' },
      'key_wrong_kind',
    ],
    [
      'a key that names another algorithm',
      { ...rsa.publicKey.export({ format: 'jwk' }), alg: 'RSA-OAEP' },
      {},
      'algorithm_not_allowed',
    ],
    [
      'RSA of 1024 bits',
      pem(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey, 'spki'),
      {},
      'key_too_short',
    ],
  ] as const)('is not %s', async (_name, key, purpose, code) => {
    expect(await refusalOf(key, purpose)).toMatchObject({
      code,
      expected: expect.any(String),
      fix: expect.any(String),
    });
  });

  it('says what it can be used with, the best first', async () => {
    const algorithms = async (key: unknown) => {
      const [first] = read(key).keys;
      return first === undefined ? [] : encryptionAlgorithmsOf(first, encryption);
    };
    expect((await algorithms(pem(rsa.publicKey, 'spki')))[0]).toBe('RSA-OAEP-256');
    expect((await algorithms(x25519.publicKey.export({ format: 'jwk' })))[0]).toBe('ECDH-ES+A256KW');
    expect(await algorithms(secretOf(16))).toContain('A128KW');
    expect(await algorithms(pem(generateKeyPairSync('ed25519').publicKey, 'spki'))).toEqual([]);
  });
});
