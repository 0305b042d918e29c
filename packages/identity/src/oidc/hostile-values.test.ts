import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  appUnderTest,
  authorizeUrl,
  clients,
  locationOf,
  signedInToShop,
  signInAt,
} from './testing/app-under-test.ts';

const markup = `<img src=x onerror=alert(1)>"'\`><script>alert(2)</script>`;
const lines = 'x\r\nset-cookie: planted=1\r\n\r\n<script>alert(1)</script>';
const goodbye = 'https://shop.example/goodbye';

let test: AppUnderTest;
beforeEach(async () => {
  test = await appUnderTest();
});
afterEach(() => test.app.close());

describe('markup in every field that a page of ours shows', () => {
  const get = (path: string, query: object) =>
    test.browser.send('GET', `${path}?${new URLSearchParams({ ...query })}`);

  it('stays text: names of apps, what came with a sign-out, a request that is none', async () => {
    test.declare({ ...clients, shop: { ...clients['shop'], name: markup } } as never);
    const { id_token } = await signedInToShop(test);
    const asked = { client_id: 'shop', post_logout_redirect_uri: goodbye, state: markup };
    const form = new URLSearchParams({ ...asked, id_token_hint: id_token, agreed: 'yes' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const pages = {
      ask: await get('/oauth/logout', asked),
      over: await test.browser.send('POST', '/oauth/logout', { payload: form, headers }),
      failure: await test.browser.send('GET', authorizeUrl({ client_id: markup, redirect_uri: markup })),
    };
    for (const [name, page] of Object.entries(pages)) {
      expect([name, page.headers['content-type']]).toEqual([name, 'text/html; charset=utf-8']);
      expect([name, page.body.match(/<(?:img|script)|onerror=alert\(1\)>/g)]).toEqual([name, null]);
    }
    expect(pages.ask.body).toContain('&#60;img src=x onerror=alert(1)&#62;');
    expect(pages.over.body).toContain('Back to &#60;img');
  });
});

describe('a line break in what an app sends along', () => {
  function onlyOwnHeaders(response: LightMyRequestResponse): void {
    const values = Object.values(response.headers).flat().map(String);
    expect(values.filter((value) => /[\r\n]/.test(value))).toEqual([]);
    expect(values.filter((value) => value.startsWith('planted'))).toEqual([]);
  }

  it('makes no header of the answer, and comes back as it was: a code, an error, a sign-out', async () => {
    const started = await test.browser.send('GET', authorizeUrl({ state: lines }));
    const code = await signInAt(test.browser, started);
    const error = await test.browser.send('GET', authorizeUrl({ state: lines, response_type: 'token' }));
    const { id_token } = await signedInToShop(test);
    const query = { id_token_hint: id_token, post_logout_redirect_uri: goodbye, state: lines };
    const out = await test.browser.send('GET', `/oauth/logout?${new URLSearchParams(query)}`);
    for (const answer of [code, error, out]) {
      onlyOwnHeaders(answer);
      const { search, hash } = locationOf(answer);
      expect(new URLSearchParams(search || hash.slice(1)).get('state')).toBe(lines);
    }
  });
});
