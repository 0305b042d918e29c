import { createHash, randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionRecordSchema, explainDecision } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import * as client from 'openid-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from './testing/running-signet.ts';
import { bearer, type SignedIn, signIn as signInDirectly } from './testing/session.ts';

const folder = temporaryFolder();
const secret = randomBytes(32).toString('base64url');
const hash = createHash('sha256').update(secret).digest('base64url');
const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const callback = 'https://shop.example/signed-in';
let signet: TestSignet;
let admin: SignedIn;

beforeAll(async () => {
  signet = await startSignet(folder.path);
  const member = (name: string, value: string) => `    ${name}: ${value}`;
  const common = [
    member('grants', '[authorization_code, refresh_token]'),
    member('audiences', `["${signet.gateway}"]`),
    member('scopes', '[demo:read]'),
    member('firstParty', 'true'),
  ];
  const lines = [
    'clients:',
    '  shop:',
    ...[member('name', 'Shop'), member('type', 'confidential'), member('redirectUris', `[${callback}]`)],
    member('postLogoutRedirectUris', '[https://shop.example/goodbye]'),
    ...[member('secrets', `["sha256:${hash}"]`), ...common],
    '  desk:',
    ...[member('name', 'Desk'), member('type', 'public')],
    ...[member('redirectUris', '["http://127.0.0.1/signed-in"]'), ...common],
    '  tv:',
    ...[member('name', 'Television'), member('type', 'public')],
    ...[member('grants', `[${deviceGrant}, refresh_token]`), ...common.slice(1)],
  ];
  appendFileSync(join(folder.path, 'signet.yaml'), `\n${lines.join('\n')}\n`);
  await signet.configuration.reload();
  const more = { newPassword: 'correct stapler bakes turtles', audience: `${signet.web}/admin` };
  admin = await signInDirectly(signet.web, 'admin', signet.password('admin'), more);
});

afterAll(async () => {
  await signet.close();
  folder[Symbol.dispose]();
});

/** What a browser keeps of this one site: a cookie by its name, whatever the path, since each test has one sign-in. */
class Browser {
  readonly #cookies = new Map<string, string>();

  async send(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }

  async post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(signet.web + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }
}

/** What the page does. */
async function signIn(browser: Browser, page: string): Promise<URL> {
  const uid = page.split('/').pop() ?? '';
  const login = await browser.post('/auth/login', { username: 'demo', password: signet.password('demo') });
  const { accessToken } = (await login.json()) as { accessToken: string };
  const authorization = { authorization: `Bearer ${accessToken}` };
  const answered = await browser.post(`/auth/interactions/${uid}`, { answer: 'continue' }, authorization);
  const { redirectTo } = (await answered.json()) as { redirectTo: string };
  const back = await browser.send(redirectTo);
  return new URL(back.headers.get('location') ?? '', signet.web);
}

interface Begun {
  readonly config: client.Configuration;
  readonly address: URL;
  readonly checks: client.AuthorizationCodeGrantChecks & { readonly expectedState: string };
}

async function begin(id: 'shop' | 'desk' | 'tv', redirectUri = callback): Promise<Begun> {
  const proof = id === 'shop' ? client.ClientSecretBasic(secret) : client.None();
  const execute = [client.allowInsecureRequests];
  const config = await client.discovery(new URL(signet.web), id, undefined, proof, { execute });
  const checks = {
    pkceCodeVerifier: client.randomPKCECodeVerifier(),
    expectedState: client.randomState(),
    expectedNonce: client.randomNonce(),
    idTokenExpected: true,
  };
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid profile demo:read',
    state: checks.expectedState,
    nonce: checks.expectedNonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
    code_challenge_method: 'S256',
  });
  return { config, address, checks };
}

const hello = (token: string) =>
  fetch(`${signet.gateway}/demo/hello`, { headers: { authorization: `Bearer ${token}` } });

/** What `signet explain` says of a refusal. */
async function explained(refused: Response): Promise<string> {
  const reference = refused.headers.get('signet-reference');
  const answer = await fetch(`${signet.web}/admin/explanations/${reference}`, bearer(admin.accessToken));
  return explainDecision(decisionRecordSchema.parse(await answer.json())).headline;
}

describe('a stock openid-client app', () => {
  it('signs a person in; one log-out refuses it everywhere, and it can be told why', async () => {
    const browser = new Browser();
    const { config, address, checks } = await begin('shop');
    const started = await browser.send(address);
    const back = await signIn(browser, started.headers.get('location') ?? '');
    const tokens = await client.authorizationCodeGrant(config, back, checks);
    const sub = tokens.claims()?.sub ?? '';
    expect(await client.fetchUserInfo(config, tokens.access_token, sub)).toEqual({
      sub,
      preferred_username: 'demo',
    });
    expect((await hello(tokens.access_token)).status).toBe(200);

    const next = await client.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect((await hello(next.access_token)).status).toBe(200);

    const desk = await begin('desk', 'http://127.0.0.1:51004/signed-in');
    const straight = await browser.send(desk.address);
    const other = await client.authorizationCodeGrant(
      desk.config,
      new URL(straight.headers.get('location') ?? ''),
      desk.checks,
    );
    expect(other.claims()?.['sid']).toBe(tokens.claims()?.['sid']);
    expect((await hello(other.access_token)).status).toBe(200);

    expect((await browser.post('/auth/logout', {})).status).toBe(200);
    for (const token of [tokens.access_token, next.access_token, other.access_token]) {
      const refused = await hello(token);
      expect(refused.status).toBe(401);
      expect(await refused.json()).toMatchObject({ code: 'token_revoked' });
      expect(await explained(refused)).toMatch(/was refused with 401: .*revoked/);
    }
    for (const [of, held] of [
      [config, next.refresh_token],
      [desk.config, other.refresh_token],
    ] as const) {
      await expect(client.refreshTokenGrant(of, held ?? '')).rejects.toMatchObject({
        error: 'invalid_grant',
        cause: { code: 'session_ended' },
      });
    }
    const again = await browser.send((await begin('shop')).address);
    expect(again.headers.get('location')).toMatch(/^\/signin\//);
  });

  it('logs a person out, and gets the browser back', async () => {
    const browser = new Browser();
    const { config, address, checks } = await begin('shop');
    const started = await browser.send(address);
    const back = await signIn(browser, started.headers.get('location') ?? '');
    const tokens = await client.authorizationCodeGrant(config, back, checks);
    const leave = client.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'https://shop.example/goodbye',
      state: 'where they were',
    });
    const left = await browser.send(leave);
    expect(left.headers.get('location')).toBe('https://shop.example/goodbye?state=where+they+were');
    expect((await hello(tokens.access_token)).status).toBe(401);
  });

  it('is answered with what it did wrong, at its own address', async () => {
    const { config, address, checks } = await begin('shop');
    address.searchParams.delete('code_challenge');
    address.searchParams.delete('code_challenge_method');
    const refused = await new Browser().send(address);
    const back = new URL(refused.headers.get('location') ?? '');
    expect(`${back.origin}${back.pathname}`).toBe(callback);
    await expect(client.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({
      error: 'invalid_request',
    });
  });

  it('signs a person in on a device without a browser', async () => {
    const { config } = await begin('tv');
    const device = await client.initiateDeviceAuthorization(config, { scope: 'openid demo:read' });
    const browser = new Browser();
    const typed = await browser.post('/auth/device', { userCode: device.user_code });
    const started = await browser.send(((await typed.json()) as { redirectTo: string }).redirectTo);
    const asked = await signIn(browser, started.headers.get('location') ?? '');
    const agreed = await browser.post(`/auth/interactions/${asked.pathname.split('/').pop()}`, {
      answer: 'continue',
    });
    const { redirectTo } = (await agreed.json()) as { redirectTo: string };
    const back = await browser.send(redirectTo);
    const end = await browser.send(back.headers.get('location') ?? '');
    expect(end.headers.get('location')).toBe('/device/allowed');
    const { device_code } = device;
    const tokens = await client.genericGrantRequest(config, deviceGrant, { device_code });
    expect((await hello(tokens.access_token)).status).toBe(200);
    await expect(client.genericGrantRequest(config, deviceGrant, { device_code })).rejects.toThrow();
  });
});
