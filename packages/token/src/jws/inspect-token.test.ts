import { generateKeyPairSync, type KeyObject, sign as nodeSign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { readGivenKeys } from '../keys/given-key.ts';
import { rawToken } from '../testing/raw-token.ts';
import { inspectToken, type TokenInspection, type TokenPolicy } from './inspect-token.ts';
import { openInspectionKeys } from './inspection-keys.ts';

const now = 1_000;

function inspect(
  token: unknown,
  key: unknown,
  policy: Partial<Omit<TokenPolicy, 'keys'>> = {},
): Promise<TokenInspection> {
  const given = readGivenKeys(key);
  if (given.kind === 'refused') throw new Error(given.refusal.code);
  return inspectToken(token, { checks: 'all', now, ...policy, keys: openInspectionKeys(given.key) });
}

async function answer(...call: Parameters<typeof inspect>): Promise<string> {
  const { verdict } = await inspect(...call);
  return verdict.verdict === 'refused' ? verdict.refusal.code : 'verified';
}

function signed(header: object, payload: string, key: KeyObject, hash: string | null): string {
  const input = `${encodeBase64url(JSON.stringify(header))}.${encodeBase64url(payload)}`;
  return `${input}.${nodeSign(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

describe('keys and algorithms for inspection only', () => {
  it('verifies ES256K by JWK and PEM, either half, and says that it is legacy', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
    const token = signed({ alg: 'ES256K' }, '{}', privateKey, 'sha256');
    const keys = [
      publicKey.export({ format: 'jwk' }),
      privateKey.export({ format: 'jwk' }),
      publicKey.export({ format: 'pem', type: 'spki' }),
      privateKey.export({ format: 'pem', type: 'pkcs8' }),
      privateKey.export({ format: 'pem', type: 'sec1' }),
    ];
    for (const key of keys) {
      const { verdict } = await inspect(token, key);
      expect(verdict).toMatchObject({
        verdict: 'verified',
        token: { warnings: [expect.stringMatching(/legacy/)] },
      });
    }
    expect(await answer(`${token.slice(0, -4)}AAAA`, keys[0])).toBe('signature_invalid');
  });

  it('verifies Ed448 under EdDSA and under its own name', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed448');
    for (const alg of ['EdDSA', 'Ed448']) {
      const token = signed({ alg }, 'not JSON', privateKey, null);
      expect(await answer(token, publicKey.export({ format: 'jwk' }))).toBe('verified');
    }
    const open = signed({ alg: 'EdDSA' }, 'not JSON', privateKey, null);
    const pem = publicKey.export({ format: 'pem', type: 'spki' });
    expect(await answer(open, pem)).toBe('verified');
    expect(await answer(open, pem, { algorithm: 'EdDSA' })).toBe('verified');
    expect(await answer(open, pem, { algorithm: 'Ed448' })).toBe('verified');
    expect(await answer(open, pem, { algorithm: 'Ed25519' })).toBe('alg_not_pinned');
    const token = signed({ alg: 'Ed448' }, 'not JSON', privateKey, null);
    expect(await answer(token, pem)).toBe('verified');
    expect(await answer(token, pem, { algorithm: 'EdDSA' })).toBe('verified');
    expect(await answer(token, privateKey.export({ format: 'pem', type: 'pkcs8' }))).toBe('verified');
    expect(await answer(token, publicKey.export({ format: 'jwk' }), { payload: 'x' })).toBe(
      'token_malformed',
    );
  });

  it.each(['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'] as const)(
    'verifies %s, or says that the runtime cannot',
    async (alg) => {
      const made = await crypto.subtle.generateKey({ name: alg }, true, ['sign', 'verify']);
      if (!('publicKey' in made)) throw new Error('no pair');
      const jwk = await crypto.subtle.exportKey('jwk', made.publicKey);
      const input = `${encodeBase64url(`{"alg":"${alg}"}`)}.${encodeBase64url('{}')}`;
      const signature = await crypto.subtle.sign({ name: alg }, made.privateKey, Buffer.from(input));
      const token = `${input}.${encodeBase64url(new Uint8Array(signature))}`;
      expect(await answer(token, jwk)).toBe('verified');
      expect(await answer(token.replace(encodeBase64url('{}'), encodeBase64url('{"a":1}')), jwk)).toBe(
        'signature_invalid',
      );
    },
  );

  it('gives a verdict under an RSA key of 1024 bits, PKCS#1 or SPKI, and names the weakness', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const token = signed({ alg: 'RS256' }, '{}', privateKey, 'sha256');
    for (const type of ['spki', 'pkcs1'] as const) {
      const { verdict } = await inspect(token, publicKey.export({ format: 'pem', type }));
      expect(verdict).toMatchObject({
        verdict: 'verified',
        token: { warnings: [expect.stringMatching(/1024 bits/)] },
      });
    }
    expect(await answer(token, privateKey.export({ format: 'pem', type: 'pkcs1' }))).toBe('verified');
  });

  it('reads a public key in its RSASSA-PSS form', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    const input = `${encodeBase64url('{"alg":"PS256"}')}.${encodeBase64url('{}')}`;
    const signature = nodeSign('sha256', Buffer.from(input), { key: privateKey, saltLength: 32 });
    const token = `${input}.${signature.toString('base64url')}`;
    expect(await answer(token, publicKey.export({ format: 'pem', type: 'spki' }))).toBe('verified');
    expect(await answer(token, privateKey.export({ format: 'pem', type: 'pkcs8' }))).toBe('verified');
  });
});

it('does not take a key on another curve than the pinned one, though EdDSA names both', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const token = signed({ alg: 'EdDSA' }, '{}', privateKey, null);
  const jwk = publicKey.export({ format: 'jwk' });
  expect(await answer(token, jwk, { algorithm: 'Ed448' })).toBe('alg_not_pinned');
  expect(await answer(token, jwk, { algorithm: 'Ed25519' })).toBe('verified');
  const other = generateKeyPairSync('ed448').publicKey.export({ format: 'jwk' });
  expect(await answer(token, { keys: [other, jwk] }, { algorithm: 'Ed25519' })).toBe('verified');
});

describe('hostile tokens', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });

  it.each(['none', 'None', 'NONE', ' none '])('never takes %j for signed', async (alg) => {
    expect(await answer(rawToken(JSON.stringify({ alg }), '{}'), jwk)).toBe('alg_none');
    expect(await answer(rawToken(JSON.stringify({ alg }), '{}'), jwk, { algorithm: alg })).toBe('alg_none');
  });

  it('refuses a public key as an HMAC secret, in PEM and JWK', async () => {
    const pem = String(publicKey.export({ format: 'pem', type: 'spki' }));
    const secret = await crypto.subtle.importKey(
      'raw',
      Buffer.from(pem),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const input = `${encodeBase64url('{"alg":"HS256"}')}.${encodeBase64url('{}')}`;
    const signature = new Uint8Array(await crypto.subtle.sign('HMAC', secret, Buffer.from(input)));
    const token = `${input}.${encodeBase64url(signature)}`;
    expect(await answer(token, pem)).toBe('alg_not_pinned');
    expect(await answer(token, jwk)).toBe('alg_not_pinned');
    expect(await answer(token, { secret: pem })).toBe('secret_is_pem');
    expect(await answer(token, { kty: 'oct', k: encodeBase64url(pem) })).toBe('secret_is_pem');
  });

  it('holds the pin, the alg of the key and its use', async () => {
    const token = signed({ alg: 'ES256' }, '{}', privateKey, 'sha256');
    expect(await answer(token, jwk)).toBe('verified');
    expect(await answer(token, jwk, { algorithm: 'RS256' })).toBe('alg_not_pinned');
    expect(await answer(token, { ...jwk, alg: 'ES384' })).toBe('alg_not_pinned');
    expect(await answer(token, { ...jwk, use: 'enc' })).toBe('key_not_for_signatures');
  });

  it('chooses in a set by kid, tries duplicates and unnamed keys, and points at the key that would do', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
    const token = signed({ alg: 'ES256', kid: 'a' }, '{}', privateKey, 'sha256');
    expect(
      await answer(token, {
        keys: [
          { ...other, kid: 'a' },
          { ...jwk, kid: 'a' },
        ],
      }),
    ).toBe('verified');
    expect(await answer(token, { keys: [other, jwk] })).toBe('verified');
    expect(await answer(token, { keys: [{ ...jwk, kid: 'b' }] })).toBe('key_unknown');
    const mixed = await inspect(token, {
      keys: [
        { ...other, kid: 'a' },
        { ...jwk, kid: 'b' },
      ],
    });
    expect(mixed.verdict).toMatchObject({
      refusal: { code: 'signature_invalid', actual: expect.stringMatching(/another key of the set, b/) },
    });
  });

  it('refuses an exponent of one and an empty secret', async () => {
    const { n } = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    const forged = rawToken('{"alg":"RS256"}', '{}', new Uint8Array(256));
    expect(await answer(forged, { kty: 'RSA', n, e: 'AQ' })).not.toBe('verified');
    expect(await answer(rawToken('{"alg":"HS256"}', '{}'), { secret: '' })).toBe('key_unreadable');
  });

  it('never verifies a token with one bit changed', async () => {
    const token = signed({ alg: 'ES256' }, '{"sub":"a"}', privateKey, 'sha256');
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.nat(6), async (at, bit) => {
        const changed = String.fromCharCode(token.charCodeAt(at) ^ (1 << bit));
        const { verdict } = await inspect(token.slice(0, at) + changed + token.slice(at + 1), jwk);
        expect(verdict.verdict).toBe('refused');
      }),
    );
  });

  it('answers anything at all with a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string(), fc.json(), fc.jsonValue()),
        fc.jsonValue(),
        async (token, key) => {
          const given = readGivenKeys(key);
          expect(['key', 'refused']).toContain(given.kind);
          expect((await inspect(token, jwk)).verdict.verdict).toBe('refused');
        },
      ),
    );
  });
});

describe('times and payloads', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' });
  const token = (payload: string, header = {}) =>
    signed({ alg: 'EdDSA', ...header }, payload, privateKey, null);

  it('refuses what is expired, not yet valid or without a sane date, unless only the signature is asked for', async () => {
    expect(await answer(token('{"exp":1000}'), jwk)).toBe('token_expired');
    expect(await answer(token('{"exp":1001}'), jwk)).toBe('verified');
    expect(await answer(token('{"nbf":1001}'), jwk)).toBe('token_not_yet_valid');
    expect(await answer(token('{"exp":"1001"}'), jwk)).toBe('claim_invalid');
    expect(await answer(token('{"exp":1,"exp":2000}'), jwk)).toBe('token_malformed');
    expect(await answer(token('{"exp":1000}'), jwk, { checks: 'signature' })).toBe('verified');
    expect((await inspect(token('{"exp":1000}'), jwk)).claims).toEqual({ exp: 1000 });
  });

  it('takes a payload that is no claims set as a plain JWS', async () => {
    for (const payload of ['hello', '[1]', '"text"', '', '{ not JSON', '\u{1F600}']) {
      expect(await answer(token(payload), jwk)).toBe('verified');
    }
  });

  it('refuses b64 false without crit, inside of a JWT, and every other extension', async () => {
    const unencoded = (header: object, payload: string) => {
      const head = encodeBase64url(JSON.stringify({ alg: 'EdDSA', ...header }));
      return `${head}.${payload}.${nodeSign(null, Buffer.from(`${head}.${payload}`), privateKey).toString('base64url')}`;
    };
    expect(await answer(unencoded({ b64: false, crit: ['b64'] }, 'text'), jwk)).toBe('verified');
    expect(await answer(unencoded({ b64: false }, 'text'), jwk)).toBe('crit_unknown');
    expect(await answer(unencoded({ b64: false, crit: ['b64'] }, '{"a":1}'), jwk)).toBe('crit_unknown');
    expect(await answer(token('{}', { crit: ['b64'] }), jwk)).toBe('token_malformed');
    expect(await answer(token('{}', { crit: [] }), jwk)).toBe('token_malformed');
    expect(await answer(token('{}', { crit: ['exp'], exp: 1 }), jwk)).toBe('crit_unknown');
  });
});
