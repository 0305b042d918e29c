import fc from 'fast-check';
import { exportPKCS8, exportSPKI } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { exportPrivateJwk, exportPublicJwk, generateKeyPair, type KeyPair } from './generate-key-pair.ts';
import { readKey } from './read-key.ts';

describe('readKey', () => {
  let pair: KeyPair;
  beforeAll(async () => {
    pair = await generateKeyPair('ES384', 'k');
  });

  it('tells a public JWK, a private one and a secret', async () => {
    const [open, hidden] = [await exportPublicJwk(pair.verification), await exportPrivateJwk(pair.signing)];
    expect(readKey(JSON.stringify(open))).toMatchObject({
      kind: 'jwk',
      half: 'public',
      algorithms: ['ES384'],
    });
    expect(readKey(JSON.stringify(hidden))).toMatchObject({ kind: 'jwk', half: 'private' });
    const secret = { kty: 'oct', k: 'A'.repeat(64) };
    expect(readKey(JSON.stringify(secret))).toMatchObject({ half: 'secret', algorithms: ['HS256', 'HS384'] });
  });

  it('recognises a key set', async () => {
    const jwk = await exportPublicJwk(pair.verification);
    expect(readKey(JSON.stringify({ keys: [jwk] }))).toMatchObject({ kind: 'jwks', keys: [jwk] });
  });

  it('recognises PEM, its half and the algorithm of its curve', async () => {
    const spki = await exportSPKI(pair.verification.key);
    expect(readKey(`  ${spki}`)).toMatchObject({
      kind: 'pem',
      form: 'spki',
      half: 'public',
      algorithms: ['ES384'],
    });
    const pkcs8 = await exportPKCS8(pair.signing.key);
    expect(readKey(pkcs8)).toMatchObject({
      kind: 'pem',
      form: 'pkcs8',
      half: 'private',
      algorithms: ['ES384'],
    });
  });

  it('takes anything else for a secret, white space included', () => {
    expect(readKey(' my secret\n')).toMatchObject({ kind: 'secret', secret: ' my secret\n' });
  });

  it.each([
    ['{"kty":"EC"', 'key_unreadable'],
    ['{"kty":"EC","kty":"RSA"}', 'key_unreadable'],
    ['{"a":1}', 'key_unreadable'],
    ['-----BEGIN PUBLIC KEY-----\n!!', 'key_unreadable'],
    ['-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----', 'key_unreadable'],
    ['-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----', 'key_encrypted'],
  ])('refuses %j', (text, code) => {
    expect(readKey(text)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('never throws', () => {
    const start = fc.constantFrom('', '{"kty":', '-----BEGIN PUBLIC KEY-----', '{"keys":[');
    fc.assert(fc.property(start, fc.string({ unit: 'binary' }), (head, tail) => void readKey(head + tail)));
  });
});
