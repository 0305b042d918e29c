import { beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../sign/sign-token.ts';
import { verifySignature } from '../verify/verify-signature.ts';
import {
  exportPrivateJwk,
  exportPublicJwk,
  generateKeyPair,
  type KeyPair,
  thumbprint,
} from './generate-key-pair.ts';
import { importJwks } from './import-jwks.ts';
import type { Jwk } from './key.ts';

describe('importJwks', () => {
  let ec: KeyPair;
  let rsa: KeyPair;
  let ecJwk: Jwk;
  let rsaJwk: Jwk;
  beforeAll(async () => {
    [ec, rsa] = await Promise.all([generateKeyPair('ES256', 'ec'), generateKeyPair('RS256', 'rsa')]);
    [ecJwk, rsaJwk] = await Promise.all([
      exportPublicJwk(ec.verification),
      exportPublicJwk(rsa.verification),
    ]);
  });

  const read = async (...keys: readonly unknown[]) => {
    const result = await importJwks(JSON.stringify({ keys }), { algorithms: ['ES256', 'RS256', 'PS256'] });
    if (result.kind === 'refused') throw new Error(result.refusal.sentence);
    return result;
  };

  it('gives a key to verify with for each published key', async () => {
    const { keys, rejected } = await read(ecJwk, rsaJwk);
    expect(keys.map(({ kid, algorithm }) => [kid, algorithm])).toEqual([
      ['ec', 'ES256'],
      ['rsa', 'RS256'],
    ]);
    expect(rejected).toEqual([]);
    const token = await signToken({}, { key: ec.signing });
    expect((await verifySignature(token, { keys })).verdict).toBe('verified');
  });

  it('pins a key without alg once for each allowed algorithm that it fits', async () => {
    const { alg: _, ...bare } = rsaJwk;
    const { keys } = await read(bare);
    expect(keys.map(({ algorithm }) => algorithm)).toEqual(['RS256', 'PS256']);
  });

  it('rejects private keys and secrets, and names them', async () => {
    const { keys, rejected } = await read(await exportPrivateJwk(ec.signing), {
      kty: 'oct',
      kid: 's',
      k: 'AAAA',
    });
    expect(keys).toEqual([]);
    expect(rejected).toMatchObject([
      { kid: 'ec', refusal: { code: 'key_private' } },
      { kid: 's', refusal: { code: 'key_private' } },
    ]);
  });

  it('passes over keys for other purposes, of other kinds, and broken ones', async () => {
    const broken = [
      [{ ...rsaJwk, use: 'enc' }, 'key_not_for_signatures'],
      [{ ...ecJwk, crv: 'secp256k1', alg: 'ES256K' }, 'algorithm_not_allowed'],
      [{ ...ecJwk, x: 'AAAA' }, 'key_unreadable'],
      [{ kty: 'quantum' }, 'key_kind_unsupported'],
      ['not a key', 'key_unreadable'],
      [null, 'key_unreadable'],
    ] as const;
    const { keys, rejected } = await read(ecJwk, ...broken.map(([jwk]) => jwk));
    expect(keys.map(({ kid }) => kid)).toEqual(['ec']);
    expect(rejected.map(({ refusal }) => refusal.code)).toEqual(broken.map(([, code]) => code));
  });

  it('takes the same key once, and different keys of one kid each', async () => {
    const twin = { ...(await exportPublicJwk((await generateKeyPair('ES256')).verification)), kid: 'ec' };
    const { keys } = await read(twin, ecJwk, ecJwk);
    expect(keys).toHaveLength(2);
    const token = await signToken({}, { key: ec.signing });
    expect((await verifySignature(token, { keys })).verdict).toBe('verified');
  });

  it('bounds the number of keys', async () => {
    const many = Array.from({ length: 70 }, (_, index) => ({ ...ecJwk, kid: `k${index}` }));
    const { keys, rejected } = await read(...many);
    expect(keys).toHaveLength(64);
    expect(rejected).toMatchObject([{ refusal: { code: 'key_too_many' } }]);
  });

  it.each(['', 'null', '[]', '{}', '{"keys":{}}', '{"keys":[],"keys":[]}', '<html>'])(
    'refuses %j as a whole',
    async (text) => {
      const result = await importJwks(text, { algorithms: ['ES256'] });
      expect(result).toMatchObject({ kind: 'refused', refusal: { code: 'key_unreadable' } });
    },
  );

  it('publishes nothing private', async () => {
    expect(Object.keys(ecJwk).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(Object.keys(await exportPublicJwk(rsa.signing)).toSorted()).toEqual([
      'alg',
      'e',
      'kid',
      'kty',
      'n',
      'use',
    ]);
  });

  it('computes the thumbprint of RFC 8037 A.3', async () => {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', use: 'sig' };
    expect(await thumbprint(jwk)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});
