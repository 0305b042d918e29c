import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeKey } from '../describe-key/describe-key.ts';
import { encryptionAlgorithmsOf } from '../jwe/encryption-key.ts';
import { signingAlgorithmsOf } from '../jws/signing-algorithms.ts';
import { KeyRing } from '../testing/cases/key-ring.ts';
import { type GivenKey, readGivenKeys } from './given-key.ts';
import { importSigningKey, importVerificationKey } from './import-key.ts';
import { jwkOfText } from './key-conversion.ts';

const ring = new KeyRing();

/** RFC 4055 §1.2: what the identifier of the key says is kept, whatever the key is used for. */
describe('an RSASSA-PSS key', () => {
  it('signs with its PS algorithms only, and with one where it is bound to a hash', async () => {
    expect(await signingAlgorithmsOf(given(ring.pss.privatePem))).toEqual(['PS256', 'PS384', 'PS512']);
    expect(await signingAlgorithmsOf(given(ring.pss256.privatePem))).toEqual(['PS256']);
  });

  it('encrypts nothing', async () => {
    expect(await encryptionAlgorithmsOf(given(ring.pss.pem), 'A256GCM')).toEqual([]);
  });

  it.each(['RS256', 'PS384'] as const)(
    'is not pinned to %s where it is bound to SHA-256',
    async (algorithm) => {
      for (const read of [
        await importVerificationKey({ from: 'pem', pem: ring.pss256.pem }, algorithm),
        await importSigningKey({ from: 'pem', pem: ring.pss256.privatePem }, algorithm),
      ])
        expect(read).toMatchObject({ kind: 'refused', refusal: { code: 'algorithm_not_allowed' } });
    },
  );

  it('verifies and signs with the algorithm that it is for', async () => {
    expect((await importVerificationKey({ from: 'pem', pem: ring.pss256.pem }, 'PS256')).kind).toBe('key');
    expect((await importSigningKey({ from: 'pem', pem: ring.pss256.privatePem }, 'PS256')).kind).toBe('key');
  });

  it('names its algorithm as a JWK, which otherwise would serve RS256 as well', async () => {
    expect(await jwkOfText(ring.pss.pem)).toMatchObject({ kind: 'key', key: { kty: 'RSA', alg: 'PS256' } });
    expect(await jwkOfText(ring.rsa.pem)).not.toHaveProperty('key.alg');
    for (const text of [ring.pss256.pem, ring.pss256.privatePem])
      expect(await describeKey(text)).toMatchObject({ keys: [{ publicJwk: { kty: 'RSA', alg: 'PS256' } }] });
  });

  it('has no JWK where it is bound to SHA-1, for which no algorithm stands', async () => {
    const hash = { hashAlgorithm: 'sha1', mgf1HashAlgorithm: 'sha1' };
    const { publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048, ...hash });
    const pem = String(publicKey.export({ format: 'pem', type: 'spki' }));
    expect(await jwkOfText(pem)).toMatchObject({ kind: 'refused' });
    expect(await describeKey(pem)).not.toHaveProperty('keys.0.publicJwk');
  });
});

function given(pem: string): GivenKey {
  const read = readGivenKeys(pem);
  const [key] = read.kind === 'key' ? read.key.keys : [];
  if (key === undefined) throw new Error('The key was not read.');
  return key;
}
