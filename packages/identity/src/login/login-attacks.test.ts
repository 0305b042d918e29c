import { steadyTime } from '@signet/contracts';
import { describe, expect, it, vi } from 'vitest';
import { codeOf, postLogin } from '../testing/calls.ts';
import { addAda, identityUnderTest, issuer, password } from '../testing/identity-under-test.ts';
import { checkPassword } from './check-password.ts';
import { createLoginThrottle } from './login-throttle.ts';

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return test;
}

describe('who guesses at sign-in', () => {
  it('cannot tell a known name from an unknown one by the answer', async () => {
    const { app } = await withAda();
    const answers = await Promise.all(
      ['ada', 'nobody'].map((username) => postLogin(app, { username, password: 'wrong password' })),
    );
    const [known, unknown] = answers.map((response) => {
      const { reference, ...problem } = response.json();
      const { 'signet-reference': header, date, ...headers } = response.headers;
      expect(header).toBe(reference);
      return { problem, headers, status: response.statusCode };
    });
    expect(known).toEqual(unknown);
    expect(known?.status).toBe(401);
  });

  it('costs one hash for a known name, an unknown one and an impossible one', async () => {
    const { accounts } = await withAda();
    const hasher = { hash: vi.fn(), verify: vi.fn(async () => false) };
    const parts = { accounts, hasher, throttle: createLoginThrottle(() => steadyTime(0)) };
    for (const username of ['ada', 'nobody', 'im possible']) {
      await checkPassword({ username, password: 'wrong', address: '203.0.113.1' }, parts);
    }
    expect(hasher.verify).toHaveBeenCalledTimes(3);
  });

  it('is throttled alike for a known name and an unknown one, also with the right password', async () => {
    const { app, pass } = await withAda();
    for (const username of ['ada', 'nobody']) {
      for (let guess = 0; guess < 10; guess += 1) await postLogin(app, { username, password: 'wrong' });
      const response = await postLogin(app, { username });
      expect([response.statusCode, codeOf(response)]).toEqual([429, 'login_throttled']);
      expect(response.headers['retry-after']).toBe('900');
    }
    pass(15 * 60_000);
    expect((await postLogin(app)).statusCode).toBe(200);
  });

  it('cannot slip past the throttle by guessing in parallel', async () => {
    const { app } = await withAda();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, guess) => postLogin(app, { password: `wrong ${guess}` })),
    );
    const codes = answers.map(codeOf);
    expect(codes.filter((code) => code === 'credentials_invalid')).toHaveLength(10);
    expect(codes.filter((code) => code === 'login_throttled')).toHaveLength(20);
  });
});

describe('a hostile request to sign in', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a look-alike', { origin: 'http://localhost:9000.evil.example' }],
    ['a sister host', { 'sec-fetch-site': 'same-site' }],
    ['a cross-site form', { 'sec-fetch-site': 'cross-site' }],
  ])('from %s is refused', async (_who, headers: Record<string, string>) => {
    const { app } = await withAda();
    const response = await postLogin(app, {}, headers);
    expect([response.statusCode, codeOf(response)]).toEqual([403, 'origin_not_allowed']);
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('from the page of the issuer itself is taken', async () => {
    const { app } = await withAda();
    const headers = { origin: issuer, 'sec-fetch-site': 'same-origin' };
    expect((await postLogin(app, {}, headers)).statusCode).toBe(200);
  });

  const good = JSON.stringify({ username: 'ada', password });
  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'username=ada&password=x'],
    ['plain text', 'text/plain', good],
    ['no JSON', 'application/json', '{"username":'],
    ['a list', 'application/json', '[]'],
    ['nothing', 'application/json', ''],
    ['a member too many', 'application/json', good.replace('}', ',"admin":true}')],
    ['a member twice', 'application/json', good.replace('}', ',"username":"eve"}')],
    ['a prototype', 'application/json', good.replace('}', ',"__proto__":{"roles":["admin"]}}')],
    ['a constructor', 'application/json', good.replace('}', ',"constructor":{"prototype":{"x":1}}}')],
    ['a wrong type', 'application/json', '{"username":{"$ne":null},"password":["x"]}'],
  ])('with %s is request_invalid', async (_what, type, payload) => {
    const { app } = await withAda();
    const response = await app.inject({
      method: 'POST',
      url: '/auth/login',
      payload,
      headers: { 'content-type': type },
    });
    expect([response.statusCode, codeOf(response)]).toEqual([400, 'request_invalid']);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(({} as Record<string, unknown>)['roles']).toBeUndefined();
  });

  it('with a huge body is refused', async () => {
    const { app } = await withAda();
    const response = await postLogin(app, { password: 'x'.repeat(20_000) });
    expect([response.statusCode, codeOf(response)]).toEqual([413, 'body_too_large']);
  });

  it('leaves no password, token or cookie in the log, whatever its outcome', async () => {
    const { app, log } = await withAda();
    const signedIn = await postLogin(app);
    await postLogin(app, { password: 'wrong horse staple' });
    const refreshToken = /signet_refresh=([^;]+)/.exec(String(signedIn.headers['set-cookie']))?.[1] ?? '';
    expect(refreshToken).not.toBe('');
    for (const secret of [password, 'wrong horse staple', refreshToken, signedIn.json().accessToken]) {
      expect(log()).not.toContain(secret);
    }
  });

  it('that hits a bug learns nothing of it', async () => {
    const { app, accounts } = await withAda();
    vi.spyOn(accounts, 'findByUsername').mockRejectedValue(new Error('SELECT secret_column'));
    const response = await postLogin(app);
    expect([response.statusCode, codeOf(response)]).toEqual([500, 'internal_error']);
    expect(response.body).not.toContain('SELECT');
  });
});
