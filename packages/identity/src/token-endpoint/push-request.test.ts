import { exportPublicJwk, generateKeyPair, thumbprint } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  callback,
  clients,
  codeForm,
  locationOf,
  nativeCallback,
  shopSecret,
  signInAt,
} from '../oidc/testing/app-under-test.ts';
import { audience, issuer } from '../testing/identity-under-test.ts';

let test: AppUnderTest;
beforeEach(async () => {
  test = await appUnderTest();
});
afterEach(() => test.app.close());

const asShop = { authorization: `Basic ${Buffer.from(`shop:${shopSecret}`).toString('base64')}` };
/** What `authorizeUrl` would put in the address. */
const parametersOf = (changed: Record<string, string | undefined> = {}) =>
  Object.fromEntries(new URL(authorizeUrl(changed), issuer).searchParams);

function push(form: Record<string, string>, headers: Record<string, string> = asShop) {
  return test.app.inject({
    method: 'POST',
    url: '/oauth/par',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}

const bring = (request_uri: string, client_id = 'shop') =>
  test.browser.send('GET', `/oauth/authorize?${new URLSearchParams({ client_id, request_uri })}`);

/** What the app hears at its own address. */
async function errorOf(request_uri: string): Promise<string | null> {
  const back = locationOf(await bring(request_uri));
  expect(back.href.startsWith(callback)).toBe(true);
  return back.searchParams.get('error');
}

describe('a request that was pushed', () => {
  it('signs the person in as if it stood in the address', async () => {
    const pushed = await push(parametersOf());
    expect([pushed.statusCode, pushed.json()]).toEqual([
      201,
      {
        request_uri: expect.stringMatching(/^urn:ietf:params:oauth:request_uri:[\w-]{20,}$/),
        expires_in: 60,
      },
    ]);
    expect(pushed.headers['cache-control']).toBe('no-store');
    const back = await signInAt(test.browser, await bring(pushed.json().request_uri));
    const { code, state } = Object.fromEntries(locationOf(back).searchParams);
    expect(state).toBe('the state of the app');
    expect((await askForTokens(test.app, codeForm(code ?? ''))).statusCode).toBe(200);
    expect(test.faults).toEqual([]);
  });

  it('is good for one sign-in, however many bring it at once', async () => {
    const first = (await push(parametersOf())).json().request_uri;
    await signInAt(test.browser, await bring(first));
    expect(await errorOf(first)).toBe('invalid_request_uri');
    const { request_uri: name } = (await push(parametersOf())).json();
    const answers = await Promise.all(Array.from({ length: 6 }, () => bring(name)));
    const codes = answers.filter(({ headers }) => String(headers.location).includes('code='));
    expect(codes).toHaveLength(1);
  });

  it('is good for a minute, for its own client, and for what was pushed', async () => {
    const { request_uri: name } = (await push(parametersOf({ state: 'pushed' }))).json();
    expect((await bring(name, 'phone')).headers.location ?? '').not.toContain('/signin/');
    const changed = `/oauth/authorize?${new URLSearchParams({ client_id: 'shop', request_uri: name, state: 'changed', scope: 'openid demo:write' })}`;
    const back = await signInAt(test.browser, await test.browser.send('GET', changed));
    expect(locationOf(back).searchParams.get('state')).toBe('pushed');
    const late = (await push(parametersOf())).json().request_uri;
    test.pass(60_000);
    expect(await errorOf(late)).toBe('invalid_request_uri');
    expect(await errorOf('urn:ietf:params:oauth:request_uri:guessed')).toBe('invalid_request_uri');
  });

  it.each([
    ['no client', {}, {}, 401, 'invalid_client'],
    ['a wrong secret', { client_id: 'shop', client_secret: 'wrong' }, {}, 401, 'invalid_client'],
    ['another client’s name', { client_id: 'phone' }, asShop, 400, 'invalid_request'],
    ['a strange address', { redirect_uri: 'https://evil.example/' }, asShop, 400, 'invalid_request'],
    ['no PKCE', { code_challenge: '' }, asShop, 400, 'invalid_request'],
    ['plain PKCE', { code_challenge_method: 'plain' }, asShop, 400, 'invalid_request'],
    ['another API', { resource: 'https://else.example' }, asShop, 400, 'invalid_target'],
    ['a token in the address', { response_type: 'token' }, asShop, 400, 'unsupported_response_type'],
    [
      'a request within',
      { request_uri: 'urn:ietf:params:oauth:request_uri:x' },
      asShop,
      400,
      'invalid_request',
    ],
    ['a request object', { request: 'e30.e30.' }, asShop, 400, 'invalid_request'],
  ])('is refused with %s', async (_, changed, headers, status, error) => {
    const { client_id: _id, ...parameters } = parametersOf();
    const answer = await push({ ...parameters, ...changed } as never, headers as never);
    expect([answer.statusCode, answer.json().error]).toEqual([status, error]);
    expect(answer.body + test.log() + JSON.stringify(test.recorded)).not.toContain(shopSecret);
  });

  it('is refused of a client that signs nobody in', async () => {
    test.declare({ ...clients, shop: { ...clients['shop'], grants: ['client_credentials'] } } as never);
    expect((await push(parametersOf())).json()).toMatchObject({ error: 'unauthorized_client' });
  });

  it('binds the code to the key of its proof', async () => {
    const own = await generateKeyPair('ES256');
    const jwk = await exportPublicJwk(own.verification);
    const nonce = (await push(parametersOf(), { ...asShop, dpop: 'none' })).headers['dpop-nonce'];
    let made = 0;
    const proof = (htu: string) => {
      made += 1;
      const claims = { htm: 'POST', htu: `${issuer}${htu}`, iat: test.now() / 1000, jti: `${made}`, nonce };
      return signToken(claims, { key: own.signing, type: 'dpop+jwt', header: { jwk } });
    };
    const other = await push(parametersOf({ dpop_jkt: 'x'.repeat(43) }), {
      ...asShop,
      dpop: await proof('/oauth/par'),
    });
    expect(other.json()).toMatchObject({ error: 'invalid_dpop_proof' });
    const form = parametersOf({ dpop_jkt: await thumbprint(jwk) });
    const pushed = await push(form, { ...asShop, dpop: await proof('/oauth/par') });
    const back = await signInAt(test.browser, await bring(pushed.json().request_uri));
    const code = locationOf(back).searchParams.get('code') ?? '';
    expect((await askForTokens(test.app, codeForm(code))).json()).toMatchObject({ error: 'invalid_grant' });
    const dpop = await proof('/oauth/token');
    const answer = await askForTokens(test.app, codeForm(code), { ...asShop, dpop });
    expect(answer.json()).toMatchObject({ token_type: 'DPoP' });
  });
});

describe('a request that is too large', () => {
  it('is neither kept when it is pushed nor read when a browser posts it', async () => {
    const state = 'a'.repeat(20_000);
    const pushed = await push(parametersOf({ state }));
    expect([pushed.statusCode, pushed.json().code]).toEqual([413, 'body_too_large']);
    const posted = await test.app.inject({
      method: 'POST',
      url: '/oauth/authorize',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `client_id=shop&state=${state}`,
    });
    expect([posted.statusCode, posted.headers.location]).toEqual([413, undefined]);
  });
});

describe('a client that takes pushed requests only', () => {
  beforeEach(() =>
    test.declare({ ...clients, phone: { ...clients['phone'], pushedRequests: true } } as never),
  );
  const phone = { client_id: 'phone', redirect_uri: nativeCallback };

  it('begins no sign-in by what stands in an address', async () => {
    const refused = await test.browser.send('GET', authorizeUrl(phone));
    expect(locationOf(refused).searchParams.get('error')).toBe('invalid_request');
  });

  it('begins one by what it pushed, public or not', async () => {
    const { request_uri: name } = (await push(parametersOf({ ...phone, resource: audience }), {})).json();
    expect((await bring(name, 'phone')).headers.location).toMatch(/^\/signin\//);
  });
});
