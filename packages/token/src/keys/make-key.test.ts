import { createPrivateKey, createPublicKey } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { decryptJwe, openDecryptionKeys } from '../jwe/decrypt-jwe.ts';
import { encryptJwe } from '../jwe/encrypt-jwe.ts';
import { contentEncryptions, keyAlgorithms } from '../jwe/encryption-algorithm.ts';
import { inspectionAlgorithms } from '../jws/inspection-algorithm.ts';
import { keyOf } from '../testing/keys.ts';
import { thumbprint } from './generate-key-pair.ts';
import { readGivenKeys } from './given-key.ts';
import { halfOfJwk } from './jwk.ts';
import type { Jwk } from './key.ts';
import { makeKey } from './make-key.ts';
import type { NewKeyRequest } from './new-key.ts';

const made = async (request: NewKeyRequest) => keyOf(await makeKey(request));
const given = (jwk: Jwk) => keyOf(readGivenKeys(jwk));
const bytesOf = (value: unknown) => decodeBase64url(String(value)).bytes.length;

afterEach(() => vi.restoreAllMocks());

describe('makeKey for signatures', () => {
  it.each(inspectionAlgorithms)(
    'makes both halves of a key for %s, named by its thumbprint',
    async (algorithm) => {
      const { whole, open } = await made({ algorithm, kid: 'thumbprint' });
      expect(whole).toMatchObject({ alg: algorithm, use: 'sig' });
      if (open === undefined) {
        expect(whole['kid']).toBeUndefined();
        expect(bytesOf(whole['k']) * 8).toBe(Number(algorithm.slice(2)));
        return;
      }
      expect(halfOfJwk(whole)).toBe('private');
      expect(halfOfJwk(open)).toBe('public');
      expect(open['kid']).toBe(await thumbprint(open));
      expect(whole['kid']).toBe(open['kid']);
    },
  );

  it.each([2048, 3072, 4096] as const)('makes an RSA key of %i bits', async (modulusLength) => {
    const { open } = await made({ algorithm: 'PS256', modulusLength });
    expect(bytesOf(open?.['n']) * 8).toBe(modulusLength);
  });

  it('names a key as asked, or not at all', async () => {
    expect((await made({ algorithm: 'ES256', kid: { name: 'k1' } })).open).toMatchObject({ kid: 'k1' });
    expect((await made({ algorithm: 'ES256' })).whole).not.toHaveProperty('kid');
  });

  it.each(['ES256', 'ES256K', 'Ed448', 'EdDSA', 'RS256'] as const)(
    'makes a %s key that OpenSSL takes',
    async (algorithm) => {
      const { whole, open } = await made({ algorithm });
      const fromPrivate = createPublicKey(createPrivateKey({ key: { ...whole }, format: 'jwk' }));
      const published = createPublicKey({ key: { ...open }, format: 'jwk' });
      expect(fromPrivate.equals(published)).toBe(true);
    },
  );

  it('says that the runtime lacks an algorithm where it does', async () => {
    const lack = new DOMException('Unrecognized algorithm name', 'NotSupportedError');
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(lack);
    expect(await makeKey({ algorithm: 'ML-DSA-65' })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'runtime_unsupported', actual: 'ML-DSA-65' },
    });
  });
});

describe('makeKey for encryption', () => {
  const algorithms = keyAlgorithms.filter((algorithm) => algorithm !== 'RSA1_5');

  it.each(algorithms)('makes a key for %s that encrypts and decrypts', async (algorithm) => {
    for (const encryption of contentEncryptions) {
      const { whole, open } = await made({ algorithm, encryption });
      expect(whole).toMatchObject({ use: 'enc' });
      const [key] = given(open ?? whole).keys;
      if (key === undefined) throw new Error('no key');
      const token = await encryptJwe(Buffer.from('secret words'), { key, algorithm, encryption });
      const { verdict } = await decryptJwe(token, { keys: openDecryptionKeys(given(whole)) });
      if (verdict.verdict === 'refused') throw new Error(verdict.refusal.code);
      expect(Buffer.from(verdict.token.plaintext).toString()).toBe('secret words');
    }
  });

  it.each(['P-256', 'P-384', 'P-521', 'X25519'] as const)(
    'makes a key on %s to agree with',
    async (curve) => {
      const { whole, open } = await made({ algorithm: 'ECDH-ES', curve });
      expect(open).toMatchObject({ crv: curve, alg: 'ECDH-ES' });
      const [key] = given(open ?? {}).keys;
      if (key === undefined) throw new Error('no key');
      const token = await encryptJwe(Buffer.from('x'), { key, algorithm: 'ECDH-ES', encryption: 'A128GCM' });
      expect((await decryptJwe(token, { keys: openDecryptionKeys(given(whole)) })).verdict.verdict).toBe(
        'verified',
      );
    },
  );

  it('makes a key on X448 of which OpenSSL knows both halves', async () => {
    const { whole, open } = await made({ algorithm: 'ECDH-ES', curve: 'X448' });
    const fromPrivate = createPublicKey(createPrivateKey({ key: { ...whole }, format: 'jwk' }));
    expect(fromPrivate.equals(createPublicKey({ key: { ...open }, format: 'jwk' }))).toBe(true);
  });

  it('makes a secret for dir as long as the encryption needs, and marks it for that', async () => {
    const { whole } = await made({ algorithm: 'dir', encryption: 'A256CBC-HS512' });
    expect(whole).toMatchObject({ kty: 'oct', alg: 'A256CBC-HS512', use: 'enc' });
    expect(bytesOf(whole['k'])).toBe(64);
  });
});
