import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isEncryptedPem, readKeyText } from './key-text.ts';

describe('an encrypted private key', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text = privateKey
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'open sesame' })
    .toString();
  const key = { text, encoding: 'utf8' } as const;

  it('is told from one that is not', () => {
    expect(isEncryptedPem(text)).toBe(true);
    expect(isEncryptedPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toBe(false);
    expect(isEncryptedPem('a secret')).toBe(false);
  });

  it('is read with its password', async () => {
    expect(await readKeyText({ ...key, password: 'open sesame' })).toMatchObject({
      kind: 'key',
      key: { jwk: privateKey.export({ format: 'jwk' }), isSecret: false },
    });
  });

  it.each([undefined, '', 'open sesam'])('is not read with the password %s', async (password) => {
    expect(await readKeyText({ ...key, ...(password !== undefined && { password }) })).toMatchObject({
      kind: 'refused',
      refusal: { code: 'key_encrypted' },
    });
  });
});
