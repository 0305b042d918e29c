import { generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  appUnderTest,
  authorizeUrl,
  claimsOf,
  locationOf,
  signedInToShop,
  uidOf,
} from '../testing/app-under-test.ts';

/** The plan `oidcc-rp-initiated-logout-certification-test-plan` of the OpenID Foundation, by the names of its modules. */
const back = 'https://shop.example/goodbye';

let test: AppUnderTest;
let hint: string;
beforeEach(async () => {
  test = await appUnderTest();
  ({ id_token: hint } = await signedInToShop(test));
});
afterEach(() => test.app.close());

const logOut = (parameters: Record<string, string>) =>
  test.browser.send('GET', `/oauth/logout?${new URLSearchParams(parameters)}`);

/** As the suite does it: another sign-in without a question fails once the person is logged out. */
async function isLoggedOut(): Promise<boolean> {
  const answer = await test.browser.send('GET', authorizeUrl({ prompt: 'none' }));
  return locationOf(answer).searchParams.get('error') === 'login_required';
}

/** Where the suite takes a picture: a page of ours that leads nowhere. */
async function asks(response: LightMyRequestResponse): Promise<void> {
  expect(response.statusCode).toBe(200);
  expect(response.headers.location).toBeUndefined();
  expect(response.body).toContain('Sign out?');
  expect(await isLoggedOut()).toBe(false);
}

describe('oidcc-rp-initiated-logout-certification-test-plan', () => {
  it('oidcc-rp-initiated-logout-discovery-endpoint-verification', async () => {
    const document = (await test.app.inject('/.well-known/openid-configuration')).json();
    expect(URL.parse(document.end_session_endpoint)?.pathname).toBe('/oauth/logout');
  });

  it('oidcc-rp-initiated-logout', async () => {
    const answer = await logOut({
      id_token_hint: hint,
      post_logout_redirect_uri: back,
      state: 'of the log-out',
    });
    expect(answer.headers.location).toBe(`${back}?state=of+the+log-out`);
    expect(await isLoggedOut()).toBe(true);
  });

  it('oidcc-rp-initiated-logout-bad-post-logout-redirect-uri', async () => {
    const elsewhere = 'https://shop.example/elsewhere';
    const answer = await logOut({ id_token_hint: hint, post_logout_redirect_uri: elsewhere, state: 'x' });
    expect([answer.statusCode, answer.headers.location]).toEqual([200, undefined]);
    expect(answer.body).not.toContain(elsewhere);
  });

  it('oidcc-rp-initiated-logout-modified-id-token-hint', async () => {
    const [head = '', , signature = ''] = hint.split('.');
    const claims = Buffer.from(JSON.stringify({ ...claimsOf(hint), sub: 'usr_other' })).toString('base64url');
    const modified = `${head}.${claims}.${signature}`;
    await asks(await logOut({ id_token_hint: modified, post_logout_redirect_uri: back, state: 'x' }));
  });

  it('oidcc-rp-initiated-logout-no-id-token-hint', async () => {
    await asks(await logOut({ post_logout_redirect_uri: back, state: 'x' }));
  });

  it('oidcc-rp-initiated-logout-no-params', async () => {
    await asks(await logOut({}));
  });

  it('oidcc-rp-initiated-logout-no-post-logout-redirect-uri', async () => {
    const answer = await logOut({ id_token_hint: hint, state: 'x' });
    expect([answer.statusCode, answer.headers.location]).toEqual([200, undefined]);
    expect(await isLoggedOut()).toBe(true);
  });

  it('oidcc-rp-initiated-logout-no-state', async () => {
    const answer = await logOut({ id_token_hint: hint, post_logout_redirect_uri: back });
    expect(answer.headers.location).toBe(back);
    expect(await isLoggedOut()).toBe(true);
  });

  it('oidcc-rp-initiated-logout-only-state', async () => {
    await asks(await logOut({ state: 'x' }));
  });

  it('oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri', async () => {
    const added = `${back}?added=1`;
    const answer = await logOut({ id_token_hint: hint, post_logout_redirect_uri: added, state: 'x' });
    expect([answer.statusCode, answer.headers.location]).toEqual([200, undefined]);
  });

  it('oidcc-rp-initiated-logout-bad-id-token-hint', async () => {
    const stranger = await generateKeyPair('ES256');
    const bad = await signToken(claimsOf(hint), { key: stranger.signing, type: 'JWT' });
    await asks(await logOut({ id_token_hint: bad, post_logout_redirect_uri: back, state: 'x' }));
    expect(uidOf(await test.browser.send('GET', authorizeUrl()))).toBe('');
  });
});
