import { addresses, type EndpointName, endpointNames, fillPath } from '@signet/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, cookieOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import { addAda, type IdentityUnderTest, identityUnderTest } from '../testing/identity-under-test.ts';

let test: IdentityUnderTest;
beforeAll(async () => {
  test = await identityUnderTest();
  test.configure({ clientRegistration: 'token', emailSignIn: true, registration: 'open' });
  await addAda(test.identity);
});
afterAll(() => test.app.close());

const byIdentity = endpointNames.filter((name) =>
  /^\/(?:auth|oauth|\.well-known)\//.test(addresses[name].path),
);
const urlOf = (name: EndpointName) => fillPath(addresses[name].path, () => 'x');

describe('two Authorization headers', () => {
  // What is published is answered by whoever puts the routes on a server, as is the engine: see unreadable-requests.test.ts.
  const answering = byIdentity.filter((name) => !addresses[name].path.startsWith('/.well-known/'));

  it.each(answering)('are refused, and neither is looked at: %s', async (name) => {
    const { accessToken } = await signIn(test.app);
    const { method } = addresses[name];
    // Node keeps the first, which is good here.
    const headers = { Authorization: [`Bearer ${accessToken}`, 'Bearer other'] };
    const answer = await test.app.inject({ method, url: urlOf(name), headers });
    expect([answer.statusCode, codeOf(answer)]).toEqual([400, 'token_ambiguous']);
    if (addresses[name].form) expect(answer.json().error).toBe('invalid_request');
    expect(answer.body + test.log()).not.toContain(accessToken);
  });
});

describe('a body that is too large', () => {
  const reading = byIdentity.filter((name) => ['POST', 'PUT'].includes(addresses[name].method));

  it.each(reading)('is refused before it is read: %s', async (name) => {
    const { method, form } = addresses[name];
    const long = 'a'.repeat(70_000);
    const answer = await test.app.inject({
      method,
      url: urlOf(name),
      headers: { 'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json' },
      payload: form ? `token=${long}` : JSON.stringify({ username: long }),
    });
    expect([answer.statusCode, codeOf(answer)]).toEqual([413, 'body_too_large']);
    expect(answer.body.length).toBeLessThan(1_000);
  });
});

describe('a Cookie header that is none', () => {
  it.each<readonly [string, string]>([
    ['no equals sign', 'signet_refresh'],
    ['nothing', ''],
    ['separators alone', ';;; ; ;'],
    ['an empty value', 'signet_refresh='],
    ['bad percent', 'signet_refresh=%zz%'],
    ['quotes', 'signet_refresh="x"'],
    ['control characters', 'signet_refresh=a\u0001\u0007b'],
    ['a NUL', 'signet_refresh=\u0000'],
    ['what a prototype has', '__proto__=x; constructor=y; toString=z'],
    ['ten thousand of them', Array.from({ length: 10_000 }, (_, at) => `c${at}=v`).join('; ')],
    ['a huge value', `signet_refresh=${'a'.repeat(100_000)}`],
    ['a name in capitals', 'SIGNET_REFRESH=x'],
  ])('signs nobody in and breaks nothing: %s', async (_, cookie) => {
    for (const url of ['/auth/refresh', '/auth/logout']) {
      const answer = await test.app.inject({ method: 'POST', url, headers: { cookie } });
      expect(answer.statusCode).toBe(401);
      expect(codeOf(answer)).toMatch(/^refresh_token_(?:missing|invalid)$/);
    }
    const page = await test.app.inject({ method: 'GET', url: '/oauth/authorize', headers: { cookie } });
    expect(page.statusCode).toBe(400);
    expect((await postLogin(test.app, {}, { cookie })).statusCode).toBe(200);
  });

  it('costs nobody the session of the good cookie beside it, and a second one of its name is not chosen', async () => {
    const cookie = cookieOf(await postLogin(test.app));
    const tossed = `${cookie.split('=')[0]}=${'a'.repeat(43)}`;
    for (const both of [`${tossed}; ${cookie}`, `${cookie}; ${tossed}`]) {
      expect(codeOf(await postRefresh(test.app, both))).toBe('refresh_token_invalid');
    }
    const beside = `x; =y; signet_device=%; ${cookie}; z=`;
    expect((await postRefresh(test.app, beside)).statusCode).toBe(200);
  });
});
