import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../testing/keys.ts';
import { jwkOfText, pemOfJwk } from './key-conversion.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });

describe('jwkOfText and pemOfJwk', () => {
  it('go from PEM to JWK and back, both halves', async () => {
    const pems = [
      ec.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      ec.publicKey.export({ type: 'spki', format: 'pem' }),
    ].map(String);
    for (const pem of pems) expect(pemOfJwk(keyOf(await jwkOfText(pem)))).toBe(pem);
  });

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
