import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signToken } from '../sign/sign-token.ts';
import { keyOf } from '../testing/keys.ts';
import { verifySignature } from '../verify/verify-signature.ts';
import { generateKeyPair } from './generate-key-pair.ts';
import { importSigningKey, importVerificationKey } from './import-key.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const spki = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString();
const pkcs8 = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const pkcs1 = (key: KeyObject) => key.export({ type: 'pkcs1', format: 'pem' }).toString();

describe('importVerificationKey and importSigningKey', () => {
  it.each([
    ['PEM', { from: 'pem', pem: pkcs8(rsa.privateKey) }, { from: 'pem', pem: spki(rsa.publicKey) }],
    [
      'PEM with text around it and Windows line ends',
      { from: 'pem', pem: `a key:\r\n${pkcs8(rsa.privateKey).replaceAll('\n', '\r\n')}` },
      { from: 'pem', pem: `Subject: x\n${spki(rsa.publicKey)}\nend` },
    ],
    [
      'JWK',
      { from: 'jwk', jwk: { ...rsa.privateKey.export({ format: 'jwk' }) } },
      { from: 'jwk', jwk: { ...rsa.publicKey.export({ format: 'jwk' }) } },
    ],
    ['PKCS#1', { from: 'pem', pem: pkcs1(rsa.privateKey) }, { from: 'pem', pem: pkcs1(rsa.publicKey) }],
    [
      'the private half',
      { from: 'pem', pem: pkcs8(rsa.privateKey) },
      { from: 'pem', pem: pkcs8(rsa.privateKey) },
    ],
  ] as const)('read %s, and what one signs the other verifies', async (_, signingMaterial, material) => {
    const signing = keyOf(await importSigningKey(signingMaterial, 'PS256'));
    const verification = keyOf(await importVerificationKey(material, 'PS256'));
    expect(verification.key.type).toBe('public');
    const token = await signToken({}, { key: signing });
    expect((await verifySignature(token, { keys: [verification] })).verdict).toBe('verified');
  });

  it('take only the public half of a private JWK to verify', async () => {
    const jwk = { ...ec.privateKey.export({ format: 'jwk' }), kid: 'k' };
    const { key, kid } = keyOf(await importVerificationKey({ from: 'jwk', jwk }, 'ES256'));
    expect([key.type, kid]).toEqual(['public', 'k']);
  });

  it.each([
    [
      'RSA of 1024 bits',
      'RS256',
      { from: 'pem', pem: spki(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey) },
      'key_too_short',
    ],
    [
      'RSA with an exponent of 1',
      'RS256',
      { from: 'jwk', jwk: { ...rsa.publicKey.export({ format: 'jwk' }), e: 'AQ' } },
      /^key_(wrong_kind|unreadable)$/,
    ],
    ['a secret one byte too short', 'HS256', { from: 'secret', secret: 'a'.repeat(31) }, 'key_too_short'],
    ['a secret of HS256 for HS512', 'HS512', { from: 'secret', secret: 'a'.repeat(32) }, 'key_too_short'],
    [
      'an empty secret',
      'HS256',
      { from: 'secret', secret: '', dangerouslyAllowShortSecret: true },
      'key_too_short',
    ],
    ['a PEM file as a secret', 'HS256', { from: 'secret', secret: spki(rsa.publicKey) }, 'secret_is_pem'],
    ['a secret for RS256', 'RS256', { from: 'secret', secret: 'a'.repeat(64) }, 'key_wrong_kind'],
    ['an RSA key for ES256', 'ES256', { from: 'pem', pem: spki(rsa.publicKey) }, 'key_wrong_kind'],
    ['a P-256 key for ES384', 'ES384', { from: 'pem', pem: spki(ec.publicKey) }, 'key_wrong_kind'],
    [
      'a P-256 JWK for ES384',
      'ES384',
      { from: 'jwk', jwk: { ...ec.publicKey.export({ format: 'jwk' }) } },
      'key_wrong_kind',
    ],
    [
      'an RSA key for HS256',
      'HS256',
      { from: 'jwk', jwk: { ...rsa.publicKey.export({ format: 'jwk' }) } },
      'key_wrong_kind',
    ],
    ['an encrypted private key', 'RS256', { from: 'pem', pem: encrypted() }, 'key_encrypted'],
    ['a PEM cut in two', 'RS256', { from: 'pem', pem: spki(rsa.publicKey).slice(0, 200) }, 'key_unreadable'],
    ['a JWK without its numbers', 'RS256', { from: 'jwk', jwk: { kty: 'RSA' } }, 'key_unreadable'],
    [
      'a point that is not on the curve',
      'ES256',
      { from: 'jwk', jwk: { ...ec.publicKey.export({ format: 'jwk' }), x: 'A'.repeat(43) } },
      'key_unreadable',
    ],
    [
      'a JWK for encryption',
      'RS256',
      { from: 'jwk', jwk: { ...rsa.publicKey.export({ format: 'jwk' }), use: 'enc' } },
      'key_not_for_signatures',
    ],
    [
      'a JWK for key wrapping',
      'RS256',
      { from: 'jwk', jwk: { ...rsa.publicKey.export({ format: 'jwk' }), key_ops: ['wrapKey'] } },
      'key_not_for_signatures',
    ],
    [
      'a JWK of another algorithm',
      'RS256',
      { from: 'jwk', jwk: { ...rsa.publicKey.export({ format: 'jwk' }), alg: 'PS256' } },
      'algorithm_not_allowed',
    ],
  ] as const)('refuse %s', async (_, algorithm, material, code) => {
    const result = await importVerificationKey(material, algorithm);
    expect(result).toMatchObject({ kind: 'refused', refusal: { code: expect.stringMatching(code) } });
  });

  it('sign with a private key only', async () => {
    for (const material of [
      { from: 'pem', pem: spki(ec.publicKey) },
      { from: 'jwk', jwk: { ...ec.publicKey.export({ format: 'jwk' }) } },
    ] as const) {
      expect(await importSigningKey(material, 'ES256')).toMatchObject({ refusal: { code: 'key_public' } });
    }
  });

  it('take a short secret when that is said out loud, to look at a token', async () => {
    const material = { from: 'secret', secret: 'short', dangerouslyAllowShortSecret: true } as const;
    expect((await importVerificationKey(material, 'HS256')).kind).toBe('key');
  });

  it('say nothing of the key material', async () => {
    const pem = pkcs8(ec.privateKey);
    const results = [
      await importVerificationKey({ from: 'pem', pem: pem.replace('A', '!') }, 'ES256'),
      await importSigningKey({ from: 'pem', pem }, 'RS256'),
      await importVerificationKey({ from: 'secret', secret: 'hunter2' }, 'HS256'),
    ];
    expect(results.every(({ kind }) => kind === 'refused')).toBe(true);
    expect(JSON.stringify(results)).not.toMatch(/hunter2|MIG/);
  });

  it('keep an imported private key from leaving', async () => {
    const { signing } = await generateKeyPair('ES256');
    const jwk = { ...(await crypto.subtle.exportKey('jwk', signing.key)), ext: true };
    const { ext: _, key_ops: __, ...bare } = jwk;
    expect(keyOf(await importSigningKey({ from: 'jwk', jwk: { ...bare } }, 'ES256')).key.extractable).toBe(
      false,
    );
  });
});

function encrypted(): string {
  const plain = createPrivateKey(pkcs8(rsa.privateKey));
  return plain
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open sesame' })
    .toString();
}
