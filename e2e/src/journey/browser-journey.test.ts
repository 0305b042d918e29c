import { type SignetOfReadme, startAsReadme } from '@signet/testing/signet';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { paste } from '../debugger/workbench.ts';

interface Answer {
  readonly status: number;
  readonly challenge: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Call {
  readonly url: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly token?: string;
  readonly csrf?: unknown;
}

/** A call that a page makes itself, with the browser's own rules on cookies and origins. */
function fetchInPage(page: Page, call: Call): Promise<Answer> {
  return page.evaluate(async ({ url, method = 'GET', body, token, csrf }: Call): Promise<Answer> => {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(csrf === undefined ? {} : { 'x-csrf-token': String(csrf) }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      challenge: response.headers.get('www-authenticate'),
      body: await response.json(),
    };
  }, call);
}

describeInBrowser('one token in a real browser', (room) => {
  let signet: SignetOfReadme;
  beforeAll(async () => {
    signet = await startAsReadme();
  });
  afterAll(() => signet?.stop());

  it('lives from sign-in to a refusal that is explained', async () => {
    const context = await room.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const web = await context.newPage();
    const breaches: string[] = [];
    web.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) breaches.push(message.text());
    });
    await web.goto(signet.web);
    const api = await context.newPage();
    await api.goto(`${signet.gateway}/status`);

    const credentials = { username: 'demo', password: signet.passwords['demo'] };
    const signedIn = await fetchInPage(web, { url: '/auth/login', method: 'POST', body: credentials });
    expect(signedIn.status).toBe(200);
    expect(await web.evaluate(() => document.cookie)).toBe('');
    const cookies = await context.cookies(`${signet.web}/auth/refresh`);
    const guarded = { httpOnly: true, secure: true, sameSite: 'Strict', path: '/auth' };
    expect(cookies.toSorted((one, other) => one.name.localeCompare(other.name))).toMatchObject([
      { name: 'signet_device', ...guarded },
      { name: 'signet_refresh', ...guarded },
    ]);

    const unproven = await fetchInPage(web, { url: '/auth/refresh', method: 'POST', body: {} });
    expect(unproven).toMatchObject({ status: 403, body: { code: 'csrf_token_invalid' } });
    const csrf = (await fetchInPage(web, { url: '/auth/csrf' })).body['csrfToken'];
    const refreshed = await fetchInPage(web, { url: '/auth/refresh', method: 'POST', body: {}, csrf });
    expect(refreshed.status).toBe(200);
    const token = String(refreshed.body['accessToken']);
    expect(token).not.toBe(signedIn.body['accessToken']);

    const called = await fetchInPage(api, { url: '/demo/hello', token });
    expect(called.status).toBe(200);
    expect(called.body['headers']).toMatchObject({ 'x-user-id': expect.stringMatching(/^usr_/) });

    const keys = await fetchInPage(web, { url: '/.well-known/jwks.json' });
    await paste(web, web.getByRole('textbox', { name: /^Token/ }), token);
    await paste(web, web.getByRole('textbox', { name: /^Key/ }), JSON.stringify(keys.body));
    await expect.poll(() => web.getByTestId('verdict-word').textContent()).toBe('Verified');

    const loggedOut = await fetchInPage(web, { url: '/auth/logout', method: 'POST', body: {}, csrf });
    expect(loggedOut).toMatchObject({ status: 200, body: { ended: true } });
    // The device stays known, so that nobody who guesses at this account slows it; it signs nobody in.
    expect(await context.cookies(`${signet.web}/auth/refresh`)).toMatchObject([{ name: 'signet_device' }]);

    const refused = await fetchInPage(api, { url: '/demo/hello', token });
    expect(refused).toMatchObject({ status: 401, body: { code: 'token_revoked' } });
    expect(refused.challenge).toContain('error="invalid_token"');
    const again = await fetchInPage(web, { url: '/auth/refresh', method: 'POST', body: {} });
    expect(again.status).toBe(401);

    const explained = await signet.run(`npx --no signet explain ${refused.body['reference']} --json`);
    expect(explained.code).toBe(0);
    expect(explained.output).toContain('check-revocation');
    expect(breaches).toEqual([]);
  });

  it('cannot be begun by another origin, even with the right password', async () => {
    const context = await room.open();
    const elsewhere = await context.newPage();
    // Another port is another origin but the same site, so that SameSite alone would let the cookie through.
    await elsewhere.goto(`${signet.gateway}/status`);
    const body = JSON.stringify({ username: 'demo', password: signet.passwords['demo'] });
    const sent: string[] = [];
    context.on('request', (request) => sent.push(request.url()));
    const answer = await elsewhere.evaluate(
      ([url = '', text = '']) =>
        fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body: text }).then(
          () => 'given',
          () => 'withheld',
        ),
      [`${signet.web}/auth/login`, body],
    );
    expect(answer).toBe('withheld');
    expect(sent).toEqual([`${signet.web}/auth/login`]);
    expect(await context.cookies(`${signet.web}/auth/refresh`)).toEqual([]);
  });
});
