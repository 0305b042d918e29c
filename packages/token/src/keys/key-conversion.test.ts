import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../testing/keys.ts';
import { jwkOfText, pemOfJwk } from './key-conversion.ts';
import { makeKey } from './make-key.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });

describe('jwkOfText and pemOfJwk', () => {
  it('go from PEM to JWK and back, both halves', async () => {
    const pems = [
      ec.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      ec.publicKey.export({ type: 'spki', format: 'pem' }),
    ].map(String);
    for (const pem of pems) expect(pemOfJwk(keyOf(await jwkOfText(pem)))).toBe(pem);
  });

  it.each(['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] as const)(
    'write %s as OpenSSL does, and read it back',
    async (algorithm) => {
      const { whole, open = {} } = keyOf(await makeKey({ algorithm }));
      const [privatePem, publicPem] = [pemOfJwk(whole) ?? '', pemOfJwk(open) ?? ''];
      const derived = createPublicKey(createPrivateKey(privatePem)).export({ type: 'spki', format: 'pem' });
      expect(derived).toBe(publicPem);
      const { use: _use, ...bare } = whole;
      expect(keyOf(await jwkOfText(privatePem))).toEqual(bare);
      expect(await jwkOfText(publicPem)).toMatchObject({
        kind: 'key',
        key: { alg: algorithm, pub: bare['pub'] },
      });
    },
  );

  it('turn SEC1 with a password away, and PKCS#8 with one open', async () => {
    const options = {
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'open sesame',
    } as const;
    const pem = String(ec.privateKey.export(options));
    expect(await jwkOfText(pem)).toMatchObject({ kind: 'refused', refusal: { code: 'key_encrypted' } });
    const jwk = keyOf(await jwkOfText(pem, 'open sesame'));
    const back = createPrivateKey(pemOfJwk(jwk) ?? '');
    expect(createPublicKey(back).equals(ec.publicKey)).toBe(true);
  });

  it('know no PEM of a secret, and no single key in a set', async () => {
    const jwk = keyOf(await jwkOfText('a secret text'));
    expect(jwk).toEqual({ kty: 'oct', k: Buffer.from('a secret text').toString('base64url') });
    expect(pemOfJwk(jwk)).toBeUndefined();
    expect(await jwkOfText('{"keys":[]}')).toMatchObject({ kind: 'refused' });
  });
});
