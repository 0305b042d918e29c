import { createPrivateKey, createPublicKey, type webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeKey } from '../describe-key/describe-key.ts';
import { diagnoseSignature } from '../diagnose/diagnose-signature.ts';
import { importInspectionKey } from '../jws/import-inspection-key.ts';
import { signToken } from '../sign/sign-token.ts';
import { makeRocaKey } from '../testing/roca-key.ts';
import { importJwks } from './import-jwks.ts';
import { importSigningKey, importVerificationKey } from './import-key.ts';
import { publicHalf } from './jwk.ts';
import type { KeyMaterial } from './key-material.ts';

const roca = makeRocaKey('old-card');
const open = publicHalf(roca);
const key = { key: roca as webcrypto.JsonWebKey, format: 'jwk' } as const;
const pkcs8 = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem' }).toString();
const spki = createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
const pkcs1 = createPublicKey(key).export({ type: 'pkcs1', format: 'pem' }).toString();

const refused = {
  kind: 'refused',
  refusal: { code: 'key_factorable', member: 'n', actual: 'a modulus with the fingerprint of ROCA' },
};
const forms: readonly (readonly [string, KeyMaterial & { from: 'jwk' | 'pem' }])[] = [
  ['a public JWK', { from: 'jwk', jwk: open }],
  ['a private JWK', { from: 'jwk', jwk: roca }],
  ['SPKI', { from: 'pem', pem: spki }],
  ['PKCS#1', { from: 'pem', pem: pkcs1 }],
  ['PKCS#8', { from: 'pem', pem: pkcs8 }],
];

describe('an RSA key that anybody can factor', () => {
  it.each(forms)('does not verify, nor sign, as %s', async (_form, material) => {
    for (const algorithm of ['RS256', 'PS512'] as const) {
      const free =
        material.from === 'jwk' ? { ...material, jwk: { ...material.jwk, alg: algorithm } } : material;
      expect(await importVerificationKey(free, algorithm)).toMatchObject(refused);
      const signing = await importSigningKey(free, algorithm);
      expect(signing.kind === 'refused' && signing.refusal.code).toBeOneOf(['key_factorable', 'key_public']);
    }
  });

  it('is left out of a key set and named', async () => {
    const set = await importJwks(JSON.stringify({ keys: [open] }), { algorithms: ['RS256'] });
    expect(set).toMatchObject({ kind: 'keys', keys: [], rejected: [{ kid: 'old-card', ...refusedPart() }] });
  });

  it('is taken where somebody only looks, with a warning', async () => {
    const dangerouslyAllowFactorableKey = true;
    const looked = { from: 'jwk', jwk: roca, dangerouslyAllowFactorableKey } as const;
    const signing = await importSigningKey(looked, 'RS256');
    if (signing.kind === 'refused') throw new Error(signing.refusal.sentence);
    const token = await signToken({ sub: 'ada' }, { key: signing.key });
    expect(await diagnoseSignature(token, JSON.stringify(open))).toMatchObject({ verifies: true });
    const inspected = await importInspectionKey({ kind: 'jwk', jwk: open }, 'RS256');
    expect(inspected).toMatchObject({ kind: 'key', key: { warnings: [expect.stringContaining('ROCA')] } });
    expect(await describeKey(JSON.stringify(open))).toMatchObject({
      keys: [{ bits: 2048, weaknesses: [{ rule: 'key/rsa-roca', level: 'error' }] }],
    });
  });

  it('is one with an even modulus as well', async () => {
    // Some runtimes read no such key at all.
    const bytes = Buffer.from(String(open['n']), 'base64url');
    bytes.writeUInt8((bytes.at(-1) ?? 0) & 0xfe, bytes.length - 1);
    const jwk = { ...open, n: bytes.toString('base64url') };
    const imported = await importVerificationKey({ from: 'jwk', jwk }, 'RS256');
    expect(imported.kind === 'refused' && imported.refusal.code).toBeOneOf([
      'key_factorable',
      'key_unreadable',
    ]);
  });
});

function refusedPart(): { readonly refusal: object } {
  return { refusal: refused.refusal };
}
