import { createPublicKey, generateKeyPairSync, verify as nodeVerify } from 'node:crypto';
import fc from 'fast-check';
import { compactVerify, flattenedVerify, generalVerify, importJWK } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { type GivenKey, readGivenKeys } from '../keys/given-key.ts';
import type { Jwk } from '../keys/key.ts';
import { pemOfJwk } from '../keys/key-conversion.ts';
import { makeKey } from '../keys/make-key.ts';
import { keyOf } from '../testing/keys.ts';
import { dangerouslyMakeUnsignedJws } from './dangerously-unsigned-jws.ts';
import { inspectToken, type TokenInspection } from './inspect-token.ts';
import { type InspectionAlgorithm, inspectionAlgorithms } from './inspection-algorithm.ts';
import { openInspectionKeys } from './inspection-keys.ts';
import type { JwsDraft, JwsSigner } from './jws-draft.ts';
import type { Making } from './making.ts';
import { signJws } from './sign-jws.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const payload = utf8('{"sub":"ada", "n":12345678901234567890}');

function given(key: unknown): GivenKey {
  const [first] = keyOf(readGivenKeys(key)).keys;
  if (first === undefined) throw new Error('no key');
  return first;
}

async function pairFor(algorithm: InspectionAlgorithm): Promise<{ whole: Jwk; open: Jwk }> {
  const { whole, open } = keyOf(await makeKey({ algorithm }));
  return { whole, open: open ?? whole };
}

function tokenOf(making: Making): string {
  if (making.kind === 'refused') throw new Error(`${making.refusal.code}: ${making.refusal.sentence}`);
  return making.token;
}

function codeOf(making: Making): string {
  return making.kind === 'refused' ? making.refusal.code : making.kind;
}

function inspect(token: unknown, key: unknown, detached?: string): Promise<TokenInspection> {
  const keys = openInspectionKeys(keyOf(readGivenKeys(key)));
  return inspectToken(token, {
    keys,
    checks: 'signature',
    now: 0,
    ...(detached ? { payload: detached } : {}),
  });
}

function compact(signer: JwsSigner, more: Partial<JwsDraft> = {}): Promise<Making> {
  return signJws({ payload, signers: [signer], form: 'compact', ...more });
}

afterEach(() => vi.restoreAllMocks());

describe('signJws with every algorithm', () => {
  it.each(inspectionAlgorithms)(
    'makes a %s token that the inspector believes, and not once it is changed',
    async (alg) => {
      const { whole, open } = await pairFor(alg);
      const token = tokenOf(await compact({ key: given(whole), protectedHeader: `{"alg":"${alg}"}` }));
      expect((await inspect(token, open)).verdict.verdict).toBe('verified');
      const [header, , signature] = token.split('.');
      const changed = `${header}.${encodeBase64url('{"sub":"eve"}')}.${signature}`;
      expect((await inspect(changed, open)).verdict).toMatchObject({
        refusal: { code: 'signature_invalid' },
      });
    },
  );

  it.each(inspectionAlgorithms.filter((alg) => !/^(HS|ES256K|Ed448|ML-DSA)/.test(alg)))(
    'makes a %s token that jose believes',
    async (alg) => {
      const { whole, open } = await pairFor(alg);
      const token = tokenOf(await compact({ key: given(whole), protectedHeader: `{"alg":"${alg}"}` }));
      const verified = await compactVerify(token, await importJWK({ ...open, kty: String(open['kty']) }));
      expect([...verified.payload]).toEqual([...payload]);
    },
  );

  it.each(['HS256', 'HS384', 'HS512'] as const)(
    'makes a %s token that jsonwebtoken believes',
    async (alg) => {
      const { whole } = await pairFor(alg);
      const token = tokenOf(await compact({ key: given(whole), protectedHeader: `{"alg":"${alg}"}` }));
      expect(jsonwebtoken.verify(token, Buffer.from(String(whole['k']), 'base64url'))).toMatchObject({
        sub: 'ada',
      });
    },
  );

  it.each([
    ['ES256K', 'sha256'],
    ['Ed448', null],
    ['ML-DSA-44', null],
    ['ML-DSA-65', null],
    ['ML-DSA-87', null],
  ] as const)('makes a %s signature that OpenSSL believes', async (alg, hash) => {
    const { whole, open } = await pairFor(alg);
    const token = tokenOf(await compact({ key: given(whole), protectedHeader: `{"alg":"${alg}"}` }));
    const [header, body, signature = ''] = token.split('.');
    const key = createPublicKey({ key: { ...open }, format: 'jwk' });
    const encoding = hash === null ? { key } : { key, dsaEncoding: 'ieee-p1363' as const };
    const bytes = Buffer.from(signature, 'base64url');
    expect(nodeVerify(hash, Buffer.from(`${header}.${body}`), encoding, bytes)).toBe(true);
  });

  it('signs as EdDSA with the curve of the key', async () => {
    for (const alg of ['EdDSA', 'Ed448'] as const) {
      const { whole, open } = await pairFor(alg);
      const token = tokenOf(await compact({ key: given(whole), protectedHeader: '{"alg":"EdDSA"}' }));
      expect((await inspect(token, open)).verdict.verdict).toBe('verified');
    }
  });

  it.each(['RS256', 'PS384', 'ES256', 'ES512', 'ES256K', 'EdDSA', 'Ed448'] as const)(
    'takes a %s key as PEM',
    async (alg) => {
      const { whole, open } = await pairFor(alg);
      const key = given(pemOfJwk(whole));
      const token = tokenOf(await compact({ key, protectedHeader: `{"alg":"${alg}"}` }));
      expect((await inspect(token, open)).verdict.verdict).toBe('verified');
    },
  );
});

describe('what is written stays as it is written', () => {
  it('signs header and payload to the last blank, in every form', async () => {
    const secret = { secret: '0123456789abcdef0123456789abcdef', encoding: 'utf8' };
    const text = fc.json({ maxDepth: 3 });
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.uint8Array({ maxLength: 64 }),
        fc.boolean(),
        async (extra, bytes, isDetached) => {
          const protectedHeader = `{ "x": ${extra},\n "alg":"HS256"  }`;
          for (const form of ['compact', 'flattened', 'general'] as const) {
            const draft = { payload: Uint8Array.from(bytes), form, isDetached };
            const making = await signJws({ ...draft, signers: [{ key: given(secret), protectedHeader }] });
            const token = tokenOf(making);
            expect(token).toContain(encodeBase64url(protectedHeader));
            const { verdict } = await inspect(token, secret, isDetached ? encodeBase64url(bytes) : undefined);
            if (verdict.verdict === 'refused') throw new Error(verdict.refusal.code);
            expect([...verdict.token.payload]).toEqual([...bytes]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps every digit of an unprotected header', async () => {
    const { whole, open } = await pairFor('ES256');
    const making = await compact(
      {
        key: given(whole),
        protectedHeader: '{"alg":"ES256"}',
        unprotectedHeader: '{"n": 12345678901234567890}',
      },
      { form: 'flattened' },
    );
    expect(tokenOf(making)).toContain('"header":{"n": 12345678901234567890}');
    expect((await inspect(tokenOf(making), open)).verdict.verdict).toBe('verified');
  });
});

describe('the JSON serialisations', () => {
  it('makes a flattened token that jose believes', async () => {
    const { whole, open } = await pairFor('ES384');
    const signer = {
      key: given(whole),
      protectedHeader: '{"alg":"ES384"}',
      unprotectedHeader: '{"kid":"a"}',
    };
    const token = JSON.parse(tokenOf(await compact(signer, { form: 'flattened' })));
    const verified = await flattenedVerify(token, await importJWK({ ...open, kty: 'EC' }, 'ES384'));
    expect(verified.unprotectedHeader).toEqual({ kid: 'a' });
  });

  it('makes a general token of several signers, each of whom stands alone', async () => {
    const pairs = [await pairFor('RS256'), await pairFor('EdDSA'), await pairFor('ES256K')];
    const signers = pairs.map(({ whole }) => ({
      key: given(whole),
      protectedHeader: `{"alg":"${whole['alg']}"}`,
    }));
    const token = tokenOf(await signJws({ payload, signers, form: 'general' }));
    for (const { open } of pairs) expect((await inspect(token, open)).verdict.verdict).toBe('verified');
    const key = await importJWK({ ...pairs[1]?.open, kty: 'OKP' }, 'EdDSA');
    expect([...(await generalVerify(JSON.parse(token), key)).payload]).toEqual([...payload]);
  });

  it('warns of an algorithm that no signature protects', async () => {
    const { whole, open } = await pairFor('ES256');
    const making = await compact(
      { key: given(whole), unprotectedHeader: '{"alg":"ES256"}' },
      { form: 'flattened' },
    );
    expect(making).toMatchObject({ warnings: [expect.stringMatching(/not protected/)] });
    expect((await inspect(tokenOf(making), open)).verdict.verdict).toBe('verified');
  });
});

describe('payloads outside base64url', () => {
  const header = '{"alg":"ES256","b64":false,"crit":["b64"]}';

  it('signs a payload as it is, beside the token or in it', async () => {
    const { whole, open } = await pairFor('ES256');
    const signer = { key: given(whole), protectedHeader: header };
    const beside = tokenOf(await compact(signer, { payload: utf8('$.02'), isDetached: true }));
    expect(beside).toMatch(/^[\w-]+\.\.[\w-]+$/);
    expect((await inspect(beside, open, '$.02')).verdict.verdict).toBe('verified');
    const inside = tokenOf(await compact(signer, { payload: utf8('plain words') }));
    expect(inside).toContain('.plain words.');
    expect((await inspect(inside, open)).verdict.verdict).toBe('verified');
    const json = tokenOf(await compact(signer, { payload: utf8('$.02 "ü"'), form: 'flattened' }));
    expect((await inspect(json, open)).verdict.verdict).toBe('verified');
    const key = await importJWK({ ...open, kty: 'EC' }, 'ES256');
    await expect(flattenedVerify(JSON.parse(json), key)).resolves.toBeDefined();
  });

  it.each([
    ['a full stop in the compact form', utf8('$.02'), header, 'compact', 'token_malformed'],
    ['what is not UTF-8', Uint8Array.of(0xff), header, 'flattened', 'token_malformed'],
    ['b64 that is not critical', utf8('x'), '{"alg":"ES256","b64":false}', 'compact', 'crit_unknown'],
    [
      'another critical extension',
      utf8('x'),
      '{"alg":"ES256","crit":["x"],"x":1}',
      'compact',
      'crit_unknown',
    ],
  ] as const)('refuses %s', async (_, bytes, protectedHeader, form, code) => {
    const { whole } = await pairFor('ES256');
    expect(codeOf(await compact({ key: given(whole), protectedHeader }, { payload: bytes, form }))).toBe(
      code,
    );
  });

  it('refuses signatures that disagree about b64', async () => {
    const { whole } = await pairFor('ES256');
    const signers = [header, '{"alg":"ES256"}'].map((protectedHeader) => ({
      key: given(whole),
      protectedHeader,
    }));
    expect(codeOf(await signJws({ payload, signers, form: 'general' }))).toBe('token_malformed');
  });
});

describe('what is not signed', () => {
  it.each([
    ['no JSON', '{', 'token_malformed'],
    ['a member twice', '{"alg":"ES256","alg":"ES256"}', 'token_malformed'],
    ['no algorithm', '{}', 'token_malformed'],
    ['an unknown algorithm', '{"alg":"XS1"}', 'alg_unsupported'],
    ['none', '{"alg":"none"}', 'alg_none'],
    ['None', '{"alg":" None"}', 'alg_none'],
    ['an algorithm of another key', '{"alg":"RS256"}', 'key_wrong_kind'],
    ['another curve', '{"alg":"ES384"}', 'key_wrong_kind'],
  ])('refuses a header with %s', async (_, protectedHeader, code) => {
    const { whole } = await pairFor('ES256');
    expect(codeOf(await compact({ key: given(whole), protectedHeader }))).toBe(code);
  });

  it('refuses a public key in each form', async () => {
    for (const alg of ['ES256', 'Ed448'] as const) {
      const { open } = await pairFor(alg);
      for (const key of [open, pemOfJwk(open)])
        expect(codeOf(await compact({ key: given(key), protectedHeader: `{"alg":"${alg}"}` }))).toBe(
          'key_public',
        );
    }
  });

  it('refuses a key for encryption, and one whose halves do not belong together', async () => {
    const { whole } = await pairFor('ES256K');
    const other = await pairFor('ES256K');
    const protectedHeader = '{"alg":"ES256K"}';
    const forEncryption = given({ ...whole, use: 'enc' });
    expect(codeOf(await compact({ key: forEncryption, protectedHeader }))).toBe('key_not_for_signatures');
    const mixed = given({ ...other.whole, d: whole['d'] });
    expect(codeOf(await compact({ key: mixed, protectedHeader }))).toBe('key_unreadable');
  });

  it.each([
    ['no signer', 'compact', []],
    ['two in the compact form', 'compact', [0, 1]],
    ['two in the flattened form', 'flattened', [0, 1]],
    ['seventeen', 'general', Array.from({ length: 17 }, (_, index) => index)],
  ] as const)('refuses %s', async (_, form, indices) => {
    const key = given({ secret: 'x' });
    const signers = indices.map(() => ({ key, protectedHeader: '{"alg":"HS256"}' }));
    expect(codeOf(await signJws({ payload, signers, form }))).toBe('token_malformed');
  });

  it('refuses an unprotected header in the compact form, a parameter in both headers, and too much', async () => {
    const key = given({ secret: 'x' });
    const signer = { key, protectedHeader: '{"alg":"HS256","kid":"a"}' };
    const both = { ...signer, unprotectedHeader: '{"kid":"b"}' };
    expect(codeOf(await compact(both))).toBe('token_malformed');
    expect(codeOf(await compact(both, { form: 'flattened' }))).toBe('token_malformed');
    const large = { payload: new Uint8Array(1024 * 1024 + 1) };
    expect(codeOf(await compact(signer, large))).toBe('token_oversized');
  });

  it('says that the runtime lacks the algorithm where it does', async () => {
    const { whole } = await pairFor('ML-DSA-44');
    const lack = new DOMException('Unrecognized algorithm name', 'NotSupportedError');
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(lack);
    expect(codeOf(await compact({ key: given(whole), protectedHeader: '{"alg":"ML-DSA-44"}' }))).toBe(
      'runtime_unsupported',
    );
  });
});

describe('what is signed with a word of warning', () => {
  it('names a short secret, and refuses a PEM file as a secret', async () => {
    const short = await compact({ key: given({ secret: 'x' }), protectedHeader: '{"alg":"HS512"}' });
    expect(short).toMatchObject({ kind: 'made', warnings: [expect.stringMatching(/8 bits/)] });
    const pem = pemOfJwk((await pairFor('ES256')).open);
    const confused = await compact({ key: given({ secret: pem }), protectedHeader: '{"alg":"HS256"}' });
    expect(codeOf(confused)).toBe('secret_is_pem');
  });

  it('names a short RSA key, and refuses one without room for the hash', async () => {
    const key = given(
      generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'pem', type: 'pkcs1' }),
    );
    const signed = await compact({ key, protectedHeader: '{"alg":"RS256"}' });
    expect(signed).toMatchObject({ kind: 'made', warnings: [expect.stringMatching(/1024 bits/)] });
    expect(codeOf(await compact({ key, protectedHeader: '{"alg":"PS512"}' }))).toBe('key_too_short');
  });
});

describe('dangerouslyMakeUnsignedJws', () => {
  it('makes a token that says it is not signed, and is refused for it', async () => {
    const { open } = await pairFor('ES256');
    for (const alg of ['none', 'NoNe']) {
      const token = tokenOf(dangerouslyMakeUnsignedJws(payload, `{"alg":"${alg}"}`));
      expect(token.endsWith('.')).toBe(true);
      expect((await inspect(token, open)).verdict).toMatchObject({ refusal: { code: 'alg_none' } });
    }
  });

  it('makes none under the name of an algorithm', () => {
    expect(codeOf(dangerouslyMakeUnsignedJws(payload, '{"alg":"HS256"}'))).toBe('alg_not_pinned');
  });
});
