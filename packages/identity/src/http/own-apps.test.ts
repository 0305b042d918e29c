import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import { aClient } from '../ports/examples.ts';
import { codeOf, cookieOf, postLogin, postRefresh } from '../testing/calls.ts';
import { addAda, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const app = 'http://localhost:3000';
const foreign = 'http://localhost:4000';

interface Told {
  readonly cookie?: string;
  readonly 'x-csrf-token'?: string;
  readonly authorization?: string;
}

/** A call that a page at `origin` makes, as browsers send it. */
function fromPage(
  server: FastifyInstance,
  origin: string,
  method: 'GET' | 'POST' | 'OPTIONS',
  url: string,
  told: Told = {},
): Promise<LightMyRequestResponse> {
  const site = origin === issuer ? 'same-origin' : 'same-site';
  return server.inject({ method, url, headers: { origin, 'sec-fetch-site': site, ...told } });
}

/** A first-party client whose pages come from `app`, one of somebody else on `foreign`, and a session of ada at `app`. */
async function signedInAtApp() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  await test.stores.clients.add(aClient({ id: 'own', firstParty: true, origins: [app] }));
  await test.stores.clients.add(aClient({ id: 'foreign', firstParty: false, origins: [foreign] }));
  const login = await postLogin(test.app, {}, { origin: app, 'sec-fetch-site': 'same-site' });
  const { csrfToken, accessToken } = login.json<{ csrfToken: string; accessToken: string }>();
  return { ...test, login, cookie: cookieOf(login), csrfToken, accessToken };
}

function readableBy(response: LightMyRequestResponse): unknown {
  const { headers } = response;
  return [headers['access-control-allow-origin'], headers['access-control-allow-credentials']];
}

describe('an app of our own on another origin', () => {
  it('signs people in, goes on and signs them out, and reads every answer', async () => {
    const { app: server, login, cookie, csrfToken } = await signedInAtApp();
    expect([login.statusCode, readableBy(login)]).toEqual([200, [app, 'true']]);
    expect(login.headers['vary']).toBe('Origin');

    const told = await fromPage(server, app, 'GET', '/auth/csrf', { cookie });
    expect([told.json(), readableBy(told)]).toEqual([{ csrfToken }, [app, 'true']]);

    const refreshed = await fromPage(server, app, 'POST', '/auth/refresh', {
      cookie,
      'x-csrf-token': csrfToken,
    });
    expect([refreshed.statusCode, readableBy(refreshed)]).toEqual([200, [app, 'true']]);
    expect(refreshed.json()).toMatchObject({ csrfToken });

    const held = { cookie: cookieOf(refreshed), 'x-csrf-token': csrfToken };
    const out = await fromPage(server, app, 'POST', '/auth/logout', held);
    expect([out.statusCode, readableBy(out)]).toEqual([200, [app, 'true']]);
    const after = await fromPage(server, app, 'POST', '/auth/refresh', held);
    expect([codeOf(after), readableBy(after)]).toEqual(['session_ended', [app, 'true']]);
  });

  it('is told beforehand what it may send', async () => {
    const { app: server } = await signedInAtApp();
    const asked = await fromPage(server, app, 'OPTIONS', '/auth/refresh');
    expect([asked.statusCode, readableBy(asked)]).toEqual([204, [app, 'true']]);
    expect(asked.headers).toMatchObject({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, content-type, x-csrf-token',
    });
  });

  it('on another site is refused in words that it can read', async () => {
    const { app: server } = await signedInAtApp();
    const headers = { origin: app, 'sec-fetch-site': 'cross-site' };
    const asked = await server.inject({ method: 'OPTIONS', url: '/auth/login', headers });
    expect([asked.statusCode, readableBy(asked)]).toEqual([204, [app, 'true']]);
    const refused = await postLogin(server, {}, headers);
    expect([refused.json(), readableBy(refused)]).toMatchObject([
      { code: 'origin_not_allowed', variant: 'app_apart' },
      [app, 'true'],
    ]);
    expect(refused.headers['set-cookie']).toBeUndefined();
  });

  it('counts no more once its client is removed', async () => {
    const { app: server, stores } = await signedInAtApp();
    await stores.clients.remove('own');
    const refused = await postLogin(server, {}, { origin: app, 'sec-fetch-site': 'same-site' });
    expect([codeOf(refused), readableBy(refused)]).toEqual(['origin_not_allowed', [undefined, undefined]]);
  });
});

describe('an attack at the session from a page', () => {
  it.each([
    ['an app of somebody else', foreign],
    ['a page that no client names', 'http://localhost:5000'],
    ['a page without an origin', 'null'],
  ])('of %s reads nothing and changes nothing', async (_who, origin) => {
    const { app: server, cookie, csrfToken } = await signedInAtApp();
    const told = { cookie, 'x-csrf-token': csrfToken };
    for (const [method, path] of [
      ['GET', '/auth/csrf'],
      ['POST', '/auth/refresh'],
      ['POST', '/auth/logout'],
      ['GET', '/auth/sessions'],
    ] as const) {
      const refused = await fromPage(server, origin, method, path, told);
      expect([path, codeOf(refused), readableBy(refused)]).toEqual([
        path,
        'origin_not_allowed',
        [undefined, undefined],
      ]);
    }
    const asked = await fromPage(server, origin, 'OPTIONS', '/auth/refresh');
    expect(readableBy(asked)).toEqual([undefined, undefined]);
    expect((await postRefresh(server, cookie)).statusCode).toBe(200);
  });

  it('of an app of our own does not answer in the place of the hosted screens', async () => {
    const { app: server, accessToken } = await signedInAtApp();
    const authorization = `Bearer ${accessToken}`;
    for (const method of ['GET', 'POST'] as const) {
      const refused = await fromPage(server, app, method, '/auth/interactions/u1', { authorization });
      expect([codeOf(refused), readableBy(refused)]).toEqual(['origin_not_allowed', [undefined, undefined]]);
    }
  });

  it.each([
    ['app', app],
    ['issuer', issuer],
  ])(
    'without the token of the session uses up no refresh token and ends no session (%s)',
    async (_where, origin) => {
      const { app: server, cookie } = await signedInAtApp();
      const other = (await postLogin(server)).json<{ csrfToken: string }>().csrfToken;
      for (const path of ['/auth/refresh', '/auth/logout']) {
        const bare = await fromPage(server, origin, 'POST', path, { cookie });
        expect(bare.json()).toMatchObject({ code: 'csrf_token_invalid', variant: 'missing' });
        for (const wrong of [other, `${other}x`, '']) {
          const refused = await fromPage(server, origin, 'POST', path, { cookie, 'x-csrf-token': wrong });
          expect(refused.json()).toMatchObject({ code: 'csrf_token_invalid', variant: 'other' });
          expect(refused.headers['set-cookie']).toBeUndefined();
        }
      }
      expect((await postRefresh(server, cookie)).statusCode).toBe(200);
    },
  );

  it('is not made good by an access token that is none; by one that stands it is proven', async () => {
    const { app: server, cookie, accessToken } = await signedInAtApp();
    const expired = await fromPage(server, issuer, 'POST', '/auth/logout', {
      cookie,
      authorization: 'Bearer a.b.c',
    });
    expect(codeOf(expired)).toBe('token_malformed');
    expect((await postRefresh(server, cookie)).statusCode).toBe(200);
    const out = await fromPage(server, issuer, 'POST', '/auth/logout', {
      authorization: `Bearer ${accessToken}`,
    });
    expect(out.statusCode).toBe(200);
  });
});
