import { adminAudience } from '@signet/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  clients,
  signedInToShop,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { audience, issuer, lifetimes } from '../testing/identity-under-test.ts';

const service = { ...clients['shop'], grants: ['client_credentials'], redirectUris: [] };
const secret = 'a-secret-of-a-service';
const secretHashes = [hashClientSecret(secret)];

let test: AppUnderTest;
let shop: TokenAnswerOfApp;

afterEach(() => test.app.close());

/** `ada` is signed in to the shop; `api` is whom her tokens are for, `other` is for somebody else. */
async function prepare(): Promise<void> {
  test = await appUnderTest();
  test.declare({
    ...clients,
    api: { ...service, name: 'The API', audiences: [audience], secretHashes },
    other: { ...service, name: 'Another API', audiences: ['https://other.example'], secretHashes },
    curious: { ...service, name: 'A curious one', audiences: [adminAudience(issuer)], secretHashes },
  } as never);
  shop = await signedInToShop(test);
}

const as = (id: string, given = secret) => ({
  authorization: `Basic ${Buffer.from(`${id}:${given}`).toString('base64')}`,
});
const asShop = as('shop', 'a-secret-of-the-shop-in-this-test');

function ask(path: string, form: Record<string, string>, headers: Record<string, string>) {
  return test.app.inject({
    method: 'POST',
    url: `/oauth/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  });
}
const state = async (token: string, headers: Record<string, string>) =>
  (await ask('introspect', { token }, headers)).json();
const refresh = (token: string) =>
  askForTokens(test.app, { grant_type: 'refresh_token', refresh_token: token });

describe('introspection', () => {
  it('tells the API of a token for it, and the app of its own', async () => {
    await prepare();
    for (const headers of [as('api'), asShop]) {
      expect(await state(shop.access_token, headers)).toMatchObject({
        active: true,
        iss: issuer,
        sub: expect.stringMatching(/^usr_/),
        client_id: 'shop',
        scope: 'openid profile demo:read',
        token_type: 'Bearer',
        exp: expect.any(Number),
      });
    }
    expect(await state(shop.refresh_token, asShop)).toMatchObject({ active: true, client_id: 'shop' });
  });

  it.each(['other', 'curious'])('tells %s, whom the token is not for, nothing', async (id) => {
    await prepare();
    for (const token of [shop.access_token, shop.refresh_token, 'no token', `${shop.access_token}x`]) {
      expect(await state(token, as(id))).toEqual({ active: false });
    }
  });

  it('tells an API nothing of refresh tokens, which are for nobody but us', async () => {
    await prepare();
    expect(await state(shop.refresh_token, as('api'))).toEqual({ active: false });
  });

  it('tells nothing of ID tokens', async () => {
    await prepare();
    expect(await state(shop.id_token, asShop)).toEqual({ active: false });
  });

  it.each([
    ['expired', () => test.pass(lifetimes.accessTokenLifetime)],
    ['revoked by its client', () => ask('revoke', { token: shop.access_token }, asShop)],
    [
      'of a client that was revoked',
      () =>
        test.identity.revoke(
          { kind: 'client', issuer, clientId: 'shop', issuedUpTo: test.now() / 1000 },
          'administrator',
        ),
    ],
    [
      'of a disabled account',
      async () => {
        const [ada] = await test.identity.accounts.list();
        if (ada !== undefined) await test.identity.accounts.disable(ada.id);
      },
    ],
    [
      'of a session that ended',
      async () => {
        const { sid } = await state(shop.access_token, as('api'));
        await test.identity.revoke({ kind: 'session', issuer, sid }, 'administrator');
      },
    ],
  ])('knows a token that is %s', async (_, end) => {
    await prepare();
    await end();
    expect(await state(shop.access_token, as('api'))).toEqual({ active: false });
  });

  it('knows a refresh token that was used', async () => {
    await prepare();
    const { refresh_token: next } = (await refresh(shop.refresh_token)).json();
    expect(await state(shop.refresh_token, asShop)).toEqual({ active: false });
    expect(await state(next, asShop)).toMatchObject({ active: true });
  });

  it.each([
    ['nobody', {}, {}, 401, 'client_invalid'],
    ['a wrong secret', {}, as('api', 'wrong'), 401, 'client_invalid'],
    ['a public client, which proves nothing', { client_id: 'phone' }, {}, 401, 'client_invalid'],
  ])('is for clients that prove themselves, not for %s', async (_, form, headers, status, code) => {
    await prepare();
    const answer = await ask('introspect', { token: shop.access_token, ...form }, headers);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.body + test.log()).not.toContain(shop.access_token);
  });

  it('asks for a token', async () => {
    await prepare();
    const answer = await ask('introspect', {}, as('api'));
    expect(answer.json()).toMatchObject({ error: 'invalid_request', code: 'token_request_invalid' });
  });
});

describe('revocation by a client', () => {
  it('ends an access token of its own, and tells the gateways before it answers', async () => {
    await prepare();
    const { jti } = await state(shop.access_token, asShop);
    const answer = await ask(
      'revoke',
      { token: shop.access_token, token_type_hint: 'refresh_token' },
      asShop,
    );
    expect([answer.statusCode, answer.json()]).toEqual([200, {}]);
    expect(test.announced).toMatchObject([{ target: { kind: 'token', jti }, reason: 'revoked_by_client' }]);
  });

  it('ends a refresh token with its family and its access tokens, and not the session of the person', async () => {
    await prepare();
    const { refresh_token: next, access_token: next_access } = (await refresh(shop.refresh_token)).json();
    expect((await ask('revoke', { token: next }, asShop)).statusCode).toBe(200);
    expect((await refresh(next)).json()).toMatchObject({ error: 'invalid_grant', code: 'session_ended' });
    expect(await state(next, asShop)).toEqual({ active: false });
    for (const token of [shop.access_token, next_access]) {
      expect(await state(token, asShop)).toEqual({ active: false });
    }
    expect(test.announced).toMatchObject([{ target: { kind: 'family' }, reason: 'revoked_by_client' }]);
    expect((await signedInToShop(test)).access_token).not.toBe('');
    expect(await state((await signedInToShop(test)).access_token, asShop)).toMatchObject({ active: true });
  });

  it.each(['access_token', 'refresh_token'] as const)(
    'leaves the %s of another client alone',
    async (kind) => {
      await prepare();
      const answer = await ask('revoke', { token: shop[kind] }, as('api'));
      expect(answer.json()).toMatchObject({ error: 'invalid_request', code: 'token_request_invalid' });
      expect(await state(shop[kind], asShop)).toMatchObject({ active: true });
    },
  );

  it('answers the same for what is no token any more', async () => {
    await prepare();
    for (const token of ['nonsense', 'A'.repeat(43)]) {
      const answer = await ask('revoke', { token }, asShop);
      expect([answer.statusCode, answer.json()]).toEqual([200, {}]);
    }
    expect(test.announced).toEqual([]);
  });

  it('is named in the discovery document beside introspection', async () => {
    await prepare();
    expect((await test.app.inject({ url: '/.well-known/openid-configuration' })).json()).toMatchObject({
      introspection_endpoint: `${issuer}/oauth/introspect`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
    });
  });
});

describe('a client of which everything was revoked', () => {
  it('does not go on by its refresh tokens', async () => {
    await prepare();
    const target = { kind: 'client', issuer, clientId: 'shop', issuedUpTo: test.now() / 1000 } as const;
    await test.identity.revoke(target, 'administrator');
    expect((await refresh(shop.refresh_token)).json()).toMatchObject({
      error: 'invalid_grant',
      code: 'session_ended',
    });
  });
});
