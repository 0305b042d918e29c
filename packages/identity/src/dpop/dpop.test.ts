import { createHash } from 'node:crypto';
import { exportPublicJwk, generateKeyPair, type KeyPair, thumbprint } from '@signet/token/keys';
import { signBytes } from '@signet/token/sign';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  nativeCallback,
  newCode,
} from '../oidc/testing/app-under-test.ts';
import { identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const tokenUrl = `${issuer}/oauth/token`;
const userInfoUrl = `${issuer}/oauth/userinfo`;
const secret = 'a-secret-of-a-service-in-this-test';
const grant = { grant_type: 'client_credentials' };
const asRobot = { authorization: `Basic ${Buffer.from(`robot:${secret}`).toString('base64')}` };

let test: AppUnderTest;
let own: KeyPair;
let other: KeyPair;
let nonce: string;
let jkt: string;

beforeEach(async () => {
  test = await appUnderTest();
  const robot = { ...clients['shop'], grants: ['client_credentials'], redirectUris: [] };
  const secretHashes = [hashClientSecret(secret)];
  test.declare({
    ...clients,
    robot: { ...robot, secretHashes },
    bound: { ...robot, secretHashes, dpop: true },
  } as never);
  own = await generateKeyPair('ES256');
  other = await generateKeyPair('ES256');
  jkt = await thumbprint(await exportPublicJwk(own.verification));
  nonce = await freshNonce();
});
afterEach(() => test.app.close());

async function freshNonce(): Promise<string> {
  const told = await askForTokens(test.app, grant, { ...asRobot, dpop: 'none' });
  return String(told.headers['dpop-nonce']);
}

interface Made {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly by?: KeyPair;
  readonly shown?: KeyPair;
}

let made = 0;
async function proof({ claims = {}, header = {}, by = own, shown = by }: Made = {}): Promise<string> {
  made += 1;
  const usual = { htm: 'POST', htu: tokenUrl, iat: test.now() / 1000, jti: `proof ${made}`, nonce };
  const jwk = await exportPublicJwk(shown.verification);
  const all = Object.entries({ ...usual, ...claims }).filter(([, value]) => value !== undefined);
  const payload = new TextEncoder().encode(JSON.stringify(Object.fromEntries(all)));
  return signBytes(payload, { key: by.signing, type: 'dpop+jwt', header: { jwk, ...header } });
}

const ask = async (given: string) => askForTokens(test.app, grant, { ...asRobot, dpop: given });

describe('a DPoP proof at the token endpoint', () => {
  it('binds the token of a client to its key', async () => {
    const answer = await ask(await proof());
    expect(answer.json()).toMatchObject({ token_type: 'DPoP' });
    expect(claimsOf(answer.json().access_token)['cnf']).toEqual({ jkt });
    const state = await test.app.inject({
      method: 'POST',
      url: '/oauth/introspect',
      headers: { ...asRobot, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ token: answer.json().access_token }).toString(),
    });
    expect(state.json()).toMatchObject({ active: true, token_type: 'DPoP', cnf: { jkt } });
  });

  it('needs a nonce, which the answer names, and is good for ten minutes at most', async () => {
    const answer = await ask(await proof({ claims: { nonce: undefined } }));
    expect([answer.statusCode, answer.json().error]).toEqual([400, 'use_dpop_nonce']);
    expect(answer.headers['dpop-nonce']).toBe(nonce);
    expect(answer.headers['www-authenticate']).toBeUndefined();
    test.pass(600_000);
    expect((await ask(await proof())).json().error).toBe('use_dpop_nonce');
    nonce = await freshNonce();
    expect((await ask(await proof())).statusCode).toBe(200);
  });

  it('counts once, however many send it at once and on whatever node', async () => {
    const one = await proof();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(one)));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const node = await identityUnderTest({ beside: test });
    node.declare({
      robot: { ...clients['shop'], grants: ['client_credentials'], secretHashes: [hashClientSecret(secret)] },
    } as never);
    const there = await askForTokens(node.app, grant, { ...asRobot, dpop: one });
    expect(there.json()).toMatchObject({ error: 'invalid_dpop_proof', actual: 'one that came already' });
    await node.app.close();
  });

  it.each<[string, () => Made]>([
    ['signed by another key than it shows', () => ({ by: other, shown: own })],
    ['for another address', () => ({ claims: { htu: `${issuer}/oauth/revoke` } })],
    ['for another issuer', () => ({ claims: { htu: 'https://evil.example/oauth/token' } })],
    ['for another method', () => ({ claims: { htm: 'GET' } })],
    ['that is old', () => ({ claims: { iat: test.now() / 1000 - 301 } })],
    ['of the future', () => ({ claims: { iat: test.now() / 1000 + 90 } })],
    ['without iat', () => ({ claims: { iat: undefined } })],
    ['without jti', () => ({ claims: { jti: undefined } })],
    ['with a jti without end', () => ({ claims: { jti: 'x'.repeat(300) } })],
    ['of another type', () => ({ header: { typ: 'JWT' } })],
  ])('is refused %s', async (_, given) => {
    const answer = await ask(await proof(given()));
    expect(answer.json()).toMatchObject({ error: 'invalid_dpop_proof', code: 'dpop_proof_invalid' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body + test.log() + JSON.stringify(test.recorded)).not.toContain('eyJ');
  });

  it('is refused with a private key, a secret or nothing inside, and two at once', async () => {
    const one = await proof();
    const secretProof = [
      { typ: 'dpop+jwt', alg: 'HS256', jwk: { kty: 'oct', k: 'c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0' } },
      { htm: 'POST', htu: tokenUrl, iat: test.now() / 1000, jti: 'x', nonce },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    for (const given of [`${secretProof.join('.')}.AAAA`, 'abc', `${one}, ${one}`]) {
      expect((await ask(given)).json()).toMatchObject({ error: 'invalid_dpop_proof' });
    }
    const bare = await proof({ header: { jwk: { kty: 'EC', crv: 'P-256' } } });
    expect((await ask(bare)).json()).toMatchObject({ error: 'invalid_dpop_proof' });
  });

  it('is refused where it is longer than any proof', async () => {
    const long = await proof({ claims: { padding: 'a'.repeat(8192) } });
    const refused = await ask(long);
    expect([refused.statusCode, refused.json().error]).toEqual([400, 'invalid_dpop_proof']);
    expect((await ask(await proof())).statusCode).toBe(200);
  });

  it('is demanded of a client that is to have bound tokens only', async () => {
    const asBound = { authorization: `Basic ${Buffer.from(`bound:${secret}`).toString('base64')}` };
    const answer = await askForTokens(test.app, grant, asBound);
    expect(answer.json()).toMatchObject({ error: 'invalid_dpop_proof', actual: 'none' });
    expect((await askForTokens(test.app, grant, { ...asBound, dpop: await proof() })).statusCode).toBe(200);
  });
});

const phone = { client_id: 'phone', redirect_uri: nativeCallback };
const signIn = async (changed: Record<string, string> = {}, dpop?: string) =>
  askForTokens(
    test.app,
    codeForm(await newCode(test.browser, { ...phone, ...changed }), phone),
    dpop === undefined ? {} : { dpop },
  );
const refresh = (token: string, dpop?: string) =>
  askForTokens(
    test.app,
    { grant_type: 'refresh_token', refresh_token: token, client_id: 'phone' },
    dpop === undefined ? {} : { dpop },
  );

describe('the refresh token of a public client that proved a key', () => {
  it('is worth nothing without it, and is not spoilt by who lacks it', async () => {
    const first = (await signIn({}, await proof())).json();
    expect(first).toMatchObject({ token_type: 'DPoP' });
    for (const thief of [undefined, await proof({ by: other })]) {
      const refused = await refresh(first.refresh_token, thief);
      expect(refused.json()).toMatchObject({ error: 'invalid_grant', code: 'refresh_token_invalid' });
    }
    const next = (await refresh(first.refresh_token, await proof())).json();
    expect(claimsOf(next.access_token)['cnf']).toEqual({ jkt });
    // The racing tab gets the same successor, by a proof of its own; the thief does not get that either.
    expect((await refresh(first.refresh_token, await proof({ by: other }))).json().error).toBe(
      'invalid_grant',
    );
    const racing = (await refresh(first.refresh_token, await proof())).json();
    expect(racing.refresh_token).toBe(next.refresh_token);
    // Nor does the thief get what came of it since, which a call that comes late is given.
    const third = (await refresh(next.refresh_token, await proof())).json();
    expect((await refresh(first.refresh_token, await proof({ by: other }))).json().error).toBe(
      'invalid_grant',
    );
    expect((await refresh(first.refresh_token, await proof())).json().refresh_token).toBe(
      third.refresh_token,
    );
  });

  it('is not what a client has that sent no proof, which may go on without', async () => {
    const first = (await signIn()).json();
    expect((await refresh(first.refresh_token)).json()).toMatchObject({ token_type: 'Bearer' });
  });
});

describe('a code that was asked for with a key', () => {
  it('is good for that key alone, and is not used up by others', async () => {
    const code = await newCode(test.browser, { ...phone, dpop_jkt: jkt });
    for (const dpop of [undefined, await proof({ by: other })]) {
      const refused = await askForTokens(test.app, codeForm(code, phone), dpop === undefined ? {} : { dpop });
      expect(refused.json()).toMatchObject({ error: 'invalid_grant', code: 'code_invalid' });
    }
    const answer = await askForTokens(test.app, codeForm(code, phone), { dpop: await proof() });
    expect(answer.json()).toMatchObject({ token_type: 'DPoP' });
  });
});

describe('a bound access token', () => {
  const who = (headers: Record<string, string>) => test.app.inject({ url: '/oauth/userinfo', headers });
  const ath = (token: string) => createHash('sha256').update(token).digest('base64url');
  const forWho = (token: string, more: Made = {}) =>
    proof({ ...more, claims: { htm: 'GET', htu: userInfoUrl, ath: ath(token), ...more.claims } });

  it('tells who it is with a proof of its key', async () => {
    const { access_token: token } = (await signIn({}, await proof())).json();
    const answer = await who({ authorization: `DPoP ${token}`, dpop: await forWho(token) });
    expect(answer.json()).toMatchObject({ preferred_username: 'ada' });
  });

  it('is told which nonce its proof needs, as an API tells it', async () => {
    const { access_token: token } = (await signIn({}, await proof())).json();
    const dpop = await forWho(token, { claims: { nonce: 'an old one' } });
    const answer = await who({ authorization: `DPoP ${token}`, dpop });
    expect([answer.statusCode, answer.headers['dpop-nonce']]).toEqual([401, nonce]);
    expect(answer.headers['www-authenticate']).toMatch(/^DPoP error="use_dpop_nonce", .*algs="[^"]*ES256/);
  });

  it('is refused as a bearer token, without proof, with another key’s, another token’s, and a proof that came before', async () => {
    const { access_token: token } = (await signIn({}, await proof())).json();
    const used = await forWho(token);
    await who({ authorization: `DPoP ${token}`, dpop: used });
    const tries: [Record<string, string>, string][] = [
      [{ authorization: `Bearer ${token}` }, 'token_bound'],
      [{ authorization: `Bearer ${token}`, dpop: await forWho(token) }, 'token_bound'],
      [{ authorization: `DPoP ${token}` }, 'dpop_proof_invalid'],
      [{ authorization: `DPoP ${token}`, dpop: await forWho(token, { by: other }) }, 'dpop_proof_invalid'],
      [{ authorization: `DPoP ${token}`, dpop: await forWho('another') }, 'dpop_proof_invalid'],
      [
        { authorization: `DPoP ${token}`, dpop: await forWho(token, { claims: { ath: undefined } }) },
        'dpop_proof_invalid',
      ],
      [{ authorization: `DPoP ${token}`, dpop: used }, 'dpop_proof_invalid'],
    ];
    for (const [headers, code] of tries) {
      const answer = await who(headers);
      expect([answer.statusCode, answer.json().code]).toEqual([401, code]);
    }
  });

  it('is what a bearer token is not, whatever proof comes with it', async () => {
    const { access_token: token } = (await signIn()).json();
    const answer = await who({ authorization: `DPoP ${token}`, dpop: await forWho(token) });
    expect(answer.json().code).toBe('dpop_proof_invalid');
    expect((await who({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
  });

  it('opens nothing else here: the person’s sessions take bearer tokens only', async () => {
    const { access_token: token } = (await signIn({}, await proof())).json();
    expect(await test.identity.verifyAccessToken(token, String(claimsOf(token)['aud']))).toMatchObject({
      verdict: 'refused',
    });
  });
});
