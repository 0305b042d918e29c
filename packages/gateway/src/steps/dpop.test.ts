import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryLimiter } from '../ports/index.ts';
import { TestGateway } from '../testing/test-gateway.ts';

interface Key {
  readonly jwk: Record<string, unknown>;
  readonly privateKey: KeyObject;
  readonly jkt: string;
}

function newKey(): Key {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { crv, kty, x, y } = publicKey.export({ format: 'jwk' });
  const jkt = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { jwk: { crv, kty, x, y }, privateKey, jkt };
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

const key = newKey();
const thief = newKey();
let rig: TestGateway;
let token: string;

beforeAll(async () => {
  rig = await TestGateway.start({
    trustedProxies: ['127.0.0.1'],
    gateway: '  forwardAuth: { path: /.signet/decide, proxies: [127.0.0.1] }',
  });
});
beforeEach(async () => {
  const memory = createMemoryLimiter();
  rig.limiter = (name, now) => memory.take(name, { count: 1, per: 370_000 }, now);
  token = await rig.token({ cnf: { jkt: key.jkt } });
});
afterAll(() => rig.close());

interface Wish {
  readonly by?: Key;
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
}

function proof({ by = key, claims = {}, header = {} }: Wish = {}): string {
  const head = { typ: 'dpop+jwt', alg: 'ES256', jwk: by.jwk, ...header };
  const body = {
    jti: randomUUID(),
    htm: 'GET',
    htu: `http://127.0.0.1:${rig.port}/demo/1`,
    iat: Math.floor(rig.now / 1000),
    ath: hashOf(token),
    ...claims,
  };
  const input = `${base64url(head)}.${base64url(body)}`;
  const signature = sign('sha256', Buffer.from(input), { key: by.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

const bound = (dpop: string, more: Record<string, string> = {}) => ({
  headers: { authorization: `DPoP ${token}`, dpop, ...more },
});
const path = '/demo/1?a=b';

describe('a token that is bound to a key', () => {
  it('is good beside a proof of that key for this request', async () => {
    const { status } = await rig.call(path, bound(proof()));
    expect(status).toBe(200);
    expect(rig.upstream.last.headers).toMatchObject({ 'x-caller': 'usr_ada' });
    expect(rig.upstream.last.headers.authorization).toBeUndefined();
    expect(rig.explained().steps.find(({ step }) => step === 'extract-token')?.note).toContain('DPoP');
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['as a bearer token', () => ({ authorization: `Bearer ${token}`, dpop: proof() }), 'token_bound.to_key'],
    ['without a proof', () => ({ authorization: `DPoP ${token}` }), 'dpop_proof_invalid.missing'],
    ['with a proof of another key', () => bound(proof({ by: thief })).headers, 'dpop_proof_invalid.rule'],
    [
      'with a proof by another key than it shows',
      () => bound(proof({ header: { jwk: thief.jwk } })).headers,
      'dpop_proof_invalid.unsigned',
    ],
    [
      'with a proof for another method',
      () => bound(proof({ claims: { htm: 'POST' } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof for another path',
      () => bound(proof({ claims: { htu: `http://127.0.0.1:${rig.port}/demo/2` } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof for another host',
      () => bound(proof({ claims: { htu: 'http://evil.example/demo/1' } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof for another token',
      () => bound(proof({ claims: { ath: hashOf('other') } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof for no token',
      () => bound(proof({ claims: { ath: undefined } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with an old proof',
      () => bound(proof({ claims: { iat: rig.now / 1000 - 400 } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof of tomorrow',
      () => bound(proof({ claims: { iat: rig.now / 1000 + 86_400 } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof of another type',
      () => bound(proof({ header: { typ: 'JWT' } })).headers,
      'dpop_proof_invalid.rule',
    ],
    [
      'with a proof without a signature',
      () => bound(proof({ header: { alg: 'none' } })).headers,
      'dpop_proof_invalid.unsigned',
    ],
    ['with a proof that is none', () => bound('a.b').headers, 'dpop_proof_invalid.unreadable'],
    [
      'with an address that is none',
      () => bound(proof(), { 'x-forwarded-host': 'a b' }).headers,
      'dpop_proof_invalid.unreadable',
    ],
  ])('is refused %s', async (_, headers, expected) => {
    const before = rig.upstream.received.length;
    const { status, headers: answered, text } = await rig.call(path, { headers: headers() });
    const { code, variant } = JSON.parse(text);
    expect([status, `${code}.${variant}`]).toEqual([401, expected]);
    if (code === 'dpop_proof_invalid')
      expect(answered.get('www-authenticate')).toContain('DPoP error="invalid_dpop_proof", algs="');
    expect(rig.upstream.received.length).toBe(before);
  });

  it('is refused with two proofs', async () => {
    const [one, two] = [proof(), proof()];
    const host = `127.0.0.1:${rig.port}`;
    const head = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nAuthorization: DPoP ${token}\r\n`;
    const { body } = await rig.raw(`${head}DPoP: ${one}\r\nDPoP: ${two}\r\n\r\n`);
    expect(JSON.parse(body)).toMatchObject({ code: 'dpop_proof_invalid', variant: 'unreadable' });
  });

  it('counts each proof once', async () => {
    const same = proof();
    expect((await rig.call(path, bound(same))).status).toBe(200);
    expect(await rig.refusal(path, bound(same))).toMatchObject({
      code: 'dpop_proof_invalid',
      variant: 'used',
    });
    expect((await rig.call(path, bound(proof()))).status).toBe(200);
  });

  it('uses no proof up for a token that is not good, and refuses where nobody can say whether one was used', async () => {
    const same = proof();
    const good = token;
    token = await rig.token({ cnf: { jkt: key.jkt }, exp: 1 });
    const spent = proof({ claims: { jti: 'jti_same', ath: hashOf(token) } });
    expect((await rig.refusal(path, bound(spent))).code).toBe('token_expired');
    token = good;
    expect((await rig.call(path, bound(proof({ claims: { jti: 'jti_same' } })))).status).toBe(200);
    rig.limiter = () => Promise.reject(new Error('away'));
    expect(await rig.refusal(path, bound(same))).toMatchObject({ status: 503, code: 'limiter_unavailable' });
  });

  it('that is bound to nothing is not taken for one that is', async () => {
    token = await rig.token();
    expect(await rig.refusal(path, bound(proof()))).toMatchObject({
      code: 'dpop_proof_invalid',
      variant: 'rule',
    });
  });
});

describe('behind a proxy', () => {
  it('a proof is for the address that the client sees', async () => {
    const said = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'api.example' };
    const made = () => proof({ claims: { htu: 'https://api.example/demo/1' } });
    expect((await rig.call(path, bound(made(), said))).status).toBe(200);
    const asked = { 'x-forwarded-uri': path, 'x-forwarded-method': 'GET', ...said };
    expect((await rig.call('/.signet/decide', bound(made(), asked))).status).toBe(200);
  });

  it('that nobody trusts says nothing of it', async () => {
    const own = await TestGateway.start();
    token = await own.token({ cnf: { jkt: key.jkt } });
    const said = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'api.example' };
    const made = proof({ claims: { htu: 'https://api.example/demo/1' } });
    expect(await own.refusal(path, bound(made, said))).toMatchObject({ code: 'dpop_proof_invalid' });
    await own.close();
  });
});
