import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { diagnoseSignature } from './diagnose-signature.ts';

const keys = {
  ES256K: generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  Ed448: generateKeyPairSync('ed448'),
  'ML-DSA-44': generateKeyPairSync('ml-dsa-44'),
};
type Name = keyof typeof keys;
const names = Object.keys(keys) as Name[];

function token(named: string, used: Name, header: object = {}): string {
  const parts = [{ alg: named, ...header }, { sub: 'ada' }];
  const input = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const { privateKey } = keys[used];
  const options = used === 'ES256K' ? ({ dsaEncoding: 'ieee-p1363' } as const) : {};
  const hash = used === 'ES256K' ? 'sha256' : undefined;
  return `${input}.${sign(hash, Buffer.from(input), { key: privateKey, ...options }).toString('base64url')}`;
}

const pem = (name: Name): string => keys[name].publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwk = (name: Name, more: object = {}): object => ({
  ...keys[name].publicKey.export({ format: 'jwk' }),
  ...more,
});

describe.each(names)('a key for %s', (name) => {
  it('is found though the header names another algorithm', async () => {
    for (const key of [pem(name), JSON.stringify(jwk(name))]) {
      const { verifies, findings } = await diagnoseSignature(token('ES256', name), key);
      expect([verifies, findings]).toMatchObject([
        false,
        [{ code: 'other-algorithm', certainty: 'proven', algorithm: name }],
      ]);
    }
  });

  it('is found in a set under another name', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    const set = JSON.stringify({ keys: [{ ...other, kid: 'new' }, jwk(name, { kid: 'old' })] });
    expect((await diagnoseSignature(token(name, name, { kid: 'new' }), set)).findings).toMatchObject([
      { code: 'kid-mismatch', certainty: 'proven', sentence: expect.stringContaining('key old') },
    ]);
  });

  it('is found though it is marked for something else', async () => {
    const marked = JSON.stringify(jwk(name, { use: 'enc' }));
    expect((await diagnoseSignature(token(name, name), marked)).findings).toMatchObject([
      { code: 'key-marked-otherwise', sentence: expect.stringContaining('enc') },
    ]);
  });

  it('is named where the token needs another', async () => {
    const needs = names.find((other) => other !== name) ?? name;
    expect((await diagnoseSignature(token(needs, needs), pem(name))).findings).toMatchObject([
      { code: 'key-kind', sentence: expect.stringContaining(`this is a key for ${name}`) },
    ]);
  });

  it('has signatures of one length', async () => {
    const cut = token(name, name).slice(0, -20);
    expect((await diagnoseSignature(cut, pem(name))).findings.at(-1)).toMatchObject({
      code: 'signature-length',
      fix: expect.stringContaining('its last 20 characters'),
    });
  });
});

it('EdDSA names no curve, so that it is no other algorithm than Ed448', async () => {
  expect(await diagnoseSignature(token('EdDSA', 'Ed448'), pem('Ed448'))).toMatchObject({
    verifies: true,
    findings: [],
  });
});
