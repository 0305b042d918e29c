import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addAda,
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';

let test: IdentityUnderTest | undefined;

afterEach(async () => {
  await test?.app.close();
  test = undefined;
});

async function listening(options: { readonly issuer?: string } = {}) {
  const started = await identityUnderTest(options);
  test = started;
  await addAda(started.identity);
  const url = await started.app.listen({ port: 0, host: '127.0.0.1' });
  const post = (path: string, headers: Record<string, string> = {}, body?: object) =>
    fetch(url + path, {
      method: 'POST',
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  return { ...started, url, post };
}

function cookieFrom(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** The status line that a raw request gets; the request asks for the connection to be closed. */
async function statusLineOf(url: string, request: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.end(request);
  return ((await socket.toArray()).join('').split('\r\n')[0] ?? '').toString();
}

describe('the identity provider over a socket', () => {
  it('signs in, goes on and signs out', async () => {
    const { post, identity } = await listening();
    const login = await post('/auth/login', { origin: issuer }, { username: 'ada', password });
    const { accessToken } = (await login.json()) as { accessToken: string };
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });

    const refresh = await post('/auth/refresh', { cookie: cookieFrom(login) });
    expect(refresh.status).toBe(200);

    const logout = await post('/auth/logout', { cookie: cookieFrom(refresh) }, {});
    expect(await logout.json()).toMatchObject({ ended: true, revocationSequence: 1 });
    expect((await post('/auth/refresh', { cookie: cookieFrom(refresh) })).status).toBe(401);
  });

  it('publishes only what is true', async () => {
    const { url } = await listening();
    const discovery = await fetch(`${url}/.well-known/openid-configuration`);
    // Each further member is held to what is served in `keys/discovery-honoured.test.ts`.
    expect(await discovery.json()).toMatchObject({ issuer, jwks_uri: `${issuer}/.well-known/jwks.json` });
    const jwks = await fetch(`${url}/.well-known/jwks.json`);
    expect(jwks.headers.get('cache-control')).toBe('public, max-age=60');
    expect(jwks.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await jwks.text()).not.toContain('"d"');
  });

  it('hands over in memory what it answers, byte for byte, and nothing else', async () => {
    const { url, identity } = await listening();
    expect(identity.documents.paths).toEqual(['/.well-known/openid-configuration', '/.well-known/jwks.json']);
    for (const path of identity.documents.paths) {
      expect(await (await fetch(url + path)).text()).toBe(await identity.documents.read(path));
    }
  });

  it('binds the cookie to the host when its address is https', async () => {
    const secure = 'https://login.example';
    const { post } = await listening({ issuer: secure });
    const login = await post('/auth/login', { origin: secure }, { username: 'ada', password });
    expect(login.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-signet_refresh=[\w-]{43}; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      ),
      expect.stringMatching(
        /^__Host-signet_device=[\w.-]+; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  it('answers other methods and addresses with a problem document', async () => {
    const { url } = await listening();
    const response = await fetch(`${url}/auth/login`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      code: 'not_found',
      reference: expect.stringMatching(/^req_/),
    });
  });

  it('refuses a body that grows beyond its bound without saying how large it is', async () => {
    const { url } = await listening();
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    const request =
      'POST /auth/login HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n' +
      `content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`;
    expect(await statusLineOf(url, request)).toContain(' 413 ');
  });
});
