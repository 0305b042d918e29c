import { accountAudience } from '@signet/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aClient } from '../ports/examples.ts';
import { codeOf, postLogin } from '../testing/calls.ts';
import { addAda, type IdentityUnderTest, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const app = 'http://localhost:3000';
const page = { origin: app, 'sec-fetch-site': 'same-site' };

let test: IdentityUnderTest;
beforeEach(async () => {
  test = await identityUnderTest();
  await addAda(test.identity);
  const own = { firstParty: true, origins: [app], browserTokens: 'cookie' } as const;
  await test.stores.clients.add(aClient({ id: 'own', ...own }));
  await test.stores.clients.add(
    aClient({ id: 'plain', firstParty: true, origins: ['http://localhost:4000'] }),
  );
});
afterEach(() => test.app.close());

const cookiesOf = (response: LightMyRequestResponse) => [response.headers['set-cookie'] ?? []].flat();
const held = (response: LightMyRequestResponse) =>
  cookiesOf(response)
    .map((line) => line.split(';')[0])
    .join('; ');
const accessIn = (response: LightMyRequestResponse) =>
  cookiesOf(response).find((line) => line.startsWith('signet_access='));

interface Call {
  readonly cookie: string;
  readonly csrf?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
const send = (method: 'GET' | 'POST', url: string, { cookie, csrf, headers = page }: Call) =>
  test.app.inject({
    method,
    url,
    headers: { cookie, ...headers, ...(csrf === undefined ? {} : { 'x-csrf-token': csrf }) },
  });

/** Without the refresh token: what an upstream on this host, or a script elsewhere, could at most have. */
const accessOnly = (response: LightMyRequestResponse) => accessIn(response)?.split(';')[0] ?? '';

describe('a page of an app that is to have no token', () => {
  it('signs in, goes on, and is signed out, and sees no token in any answer', async () => {
    const login = await postLogin(test.app, {}, page);
    expect(login.json()).toMatchObject({ accessToken: '', tokenType: 'Cookie', expiresIn: 900 });
    expect(accessIn(login)).toMatch(
      /^signet_access=[\w-]+\.[\w-]+\.[\w-]+; Max-Age=900; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
    );
    const { csrfToken: csrf } = login.json<{ csrfToken: string }>();
    const refreshed = await send('POST', '/auth/refresh', { cookie: held(login), csrf });
    expect(refreshed.json()).toMatchObject({ accessToken: '', tokenType: 'Cookie' });
    expect(accessIn(refreshed)).toBeDefined();
    for (const { body } of [login, refreshed]) expect(body).not.toMatch(/eyJ/);
    const out = await send('POST', '/auth/logout', { cookie: held(refreshed), csrf });
    expect([out.statusCode, accessIn(out)]).toEqual([200, expect.stringContaining('Max-Age=0')]);
  });

  it('gets none either by asking as another page would: it cannot change its origin', async () => {
    const login = await postLogin(test.app, {}, { origin: app });
    expect(login.json()).toMatchObject({ accessToken: '' });
    const elsewhere = await postLogin(test.app, {}, { origin: 'null' });
    expect(codeOf(elsewhere)).toBe('origin_not_allowed');
  });

  it('leaves the winner of a race alone: who is refused clears no cookie', async () => {
    const login = await postLogin(test.app, {}, page);
    const refused = await send('POST', '/auth/refresh', { cookie: held(login) });
    expect([codeOf(refused), cookiesOf(refused)]).toEqual(['csrf_token_invalid', []]);
  });

  it('sees and ends sessions by the cookie, with the proof where that changes something', async () => {
    const login = await postLogin(test.app, {}, page);
    const other = await postLogin(test.app, {}, page);
    const { csrfToken: csrf, sessionId } = login.json<{ csrfToken: string; sessionId: string }>();
    const cookie = accessOnly(login);
    const read = await send('GET', '/auth/session', { cookie });
    expect(read.json()).toMatchObject({ username: 'ada', sessionId });
    const url = '/auth/sessions/end-others';
    const foreign = other.json<{ csrfToken: string }>().csrfToken;
    for (const [given, code] of [
      [{ cookie }, 'csrf_token_invalid'],
      [{ cookie, headers: {} }, 'csrf_token_invalid'],
      [{ cookie, csrf: foreign }, 'csrf_token_invalid'],
      [{ cookie, csrf, headers: { origin: 'https://evil.example' } }, 'origin_not_allowed'],
      [{ cookie, csrf, headers: { ...page, 'sec-fetch-site': 'cross-site' } }, 'origin_not_allowed'],
      [{ cookie: `${cookie}; signet_access=planted`, csrf }, 'token_ambiguous'],
    ] as const) {
      expect(codeOf(await send('POST', url, given))).toBe(code);
    }
    expect((await send('GET', '/auth/session', { cookie: accessOnly(other) })).statusCode).toBe(200);
    expect((await send('POST', url, { cookie, csrf })).statusCode).toBe(200);
    expect(codeOf(await send('GET', '/auth/session', { cookie: accessOnly(other) }))).toBe('token_revoked');
  });
});

describe('everyone else', () => {
  it.each<[string, Record<string, string>]>([
    ['a page of another app', { origin: 'http://localhost:4000', 'sec-fetch-site': 'same-site' }],
    ['our own page', { origin: issuer, 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('has the token in the answer: %s', async (_, headers) => {
    const login = await postLogin(test.app, {}, headers);
    expect([login.json().tokenType, accessIn(login)]).toEqual(['Bearer', undefined]);
  });

  it('has it on our own page, for the account alone, where an app on the same origin has none', async () => {
    await test.stores.clients.add(
      aClient({ id: 'same', firstParty: true, origins: [issuer], browserTokens: 'cookie' }),
    );
    const own = { origin: issuer, 'sec-fetch-site': 'same-origin' };
    expect((await postLogin(test.app, {}, own)).json()).toMatchObject({ accessToken: '' });
    const account = await postLogin(test.app, { audience: accountAudience(issuer) }, own);
    expect([account.json().tokenType, accessIn(account)]).toEqual(['Bearer', undefined]);
  });
});
