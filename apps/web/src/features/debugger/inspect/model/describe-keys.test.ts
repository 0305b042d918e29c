import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeKeys } from './describe-keys.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
const options = { password: '', now: 0 };

describe('what a key is', () => {
  it('offers the public half of a private key, with nothing private in it', async () => {
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const jwk = JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'mine' });
    for (const text of [pem, jwk]) {
      const { publicHalf = '' } = await describeKeys(text, options);
      expect(JSON.parse(publicHalf)).toMatchObject(publicKey.export({ format: 'jwk' }));
      expect(JSON.parse(publicHalf)).not.toHaveProperty('d');
    }
  });

  it('tells kind, size and thumbprint as RFC 7638 §3.1 does', async () => {
    const text = JSON.stringify({
      kty: 'RSA',
      n: '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw',
      e: 'AQAB',
    });
    const { keys: facts } = await describeKeys(text, options);
    expect(facts).toMatchObject([
      { kind: 'RSA public key of 2048 bits', thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs' },
    ]);
  });

  it('lists a set and marks the key that matched', async () => {
    const set = [publicKey, rsa].map((key, index) => ({
      ...key.export({ format: 'jwk' }),
      kid: `k${index}`,
    }));
    const text = JSON.stringify({ keys: set });
    const { keys: facts } = await describeKeys(text, { ...options, matched: 0 });
    expect(facts).toMatchObject([
      { name: 'k0', kind: 'P-256 public key', matched: true },
      { name: 'k1', matched: false },
    ]);
  });

  it('tells of a key that is weak', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const { weaknesses } = await describeKeys(JSON.stringify(weak.export({ format: 'jwk' })), options);
    expect(weaknesses[0]).toMatchObject({ tone: 'warning', sentence: expect.stringContaining('1024') });
  });

  it('looks into an encrypted key once its password is given', async () => {
    const pem = privateKey
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' })
      .toString();
    expect((await describeKeys(pem, options)).keys).toEqual([]);
    const { keys } = await describeKeys(pem, { ...options, password: 'open' });
    expect(keys).toMatchObject([{ kind: 'P-256 private key' }]);
  });

  it('gives no thumbprint of a shared secret', async () => {
    const text = JSON.stringify({ keys: [{ kty: 'oct', k: 'c2VjcmV0', kid: 's' }] });
    const { keys } = await describeKeys(text, options);
    expect(keys).toMatchObject([{ name: 's', matched: false }]);
    expect(keys[0]).not.toHaveProperty('thumbprint');
  });
});
