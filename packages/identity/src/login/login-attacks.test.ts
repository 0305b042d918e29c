import { steadyTime } from '@signet/contracts';
import { describe, expect, it, vi } from 'vitest';
import { createAudit } from '../audit/audit.ts';
import { createMemoryLoginThrottle } from '../ports/login-throttle.memory.ts';
import { codeOf, cookiesOf, postLogin } from '../testing/calls.ts';
import { addAda, identityUnderTest, issuer, password } from '../testing/identity-under-test.ts';
import { checkPassword } from './check-password.ts';

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
    const { accounts, stores, clocks } = await withAda();
    const audit = createAudit({ audit: stores.audit, wall: clocks.wall });
    const hasher = { hash: vi.fn(), verify: vi.fn(async () => false), raise: vi.fn() };
    const devices = { recognise: () => undefined };
    const throttle = createMemoryLoginThrottle(() => steadyTime(0));
    const parts = { accounts, hasher, devices, throttle, audit };
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
      expect(response.headers['retry-after']).toBe('1');
    }
    pass(1000);
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

describe('while strangers guess at an account', () => {
  async function attacked() {
    const test = await withAda();
    const known =
      cookiesOf(await postLogin(test.app)).find((cookie) => cookie.startsWith('signet_device=')) ?? '';
    const from = (network: number, body: object = {}, headers: Record<string, string> = {}) =>
      postLogin(test.app, body, headers, `198.51.${network}.9`);
    for (let network = 0; network < 30; network += 1) await from(network, { password: 'wrong' });
    return { ...test, known, from };
  }

  it('their guesses are refused, also the right one, and with no hint of the account', async () => {
    const { from } = await attacked();
    const response = await from(77);
    expect([response.statusCode, codeOf(response)]).toEqual([429, 'login_throttled']);
    expect(Number(response.headers['retry-after'])).toBeLessThanOrEqual(30);
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('the owner signs in at once on a device that did so before, whatever its network', async () => {
    const { from, known } = await attacked();
    for (const network of [0, 29, 77]) {
      expect((await from(network, {}, { cookie: known })).statusCode).toBe(200);
    }
  });

  it('the owner signs in on a new device after the wait that was told', async () => {
    const { from, pass } = await attacked();
    const wait = Number((await from(77)).headers['retry-after']);
    pass((wait - 1) * 1000);
    expect((await from(77)).statusCode).toBe(429);
    pass(1000);
    expect((await from(77)).statusCode).toBe(200);
  });

  it('the cookie of a device helps at no other account, forged or doubled to nobody, and signs nobody in', async () => {
    const { from, known, identity } = await attacked();
    await identity.accounts.add({ username: 'mallory', password, roles: [], scopes: [] });
    const own = cookiesOf(await from(88, { username: 'mallory' }))[1] ?? '';
    expect(own).toMatch(/^signet_device=/);
    const forged = known.replace(/.$/, (last) => (last === 'A' ? 'z' : 'A'));
    for (const cookie of [own, forged.replace('=', '=A'), `${known}; ${known}`, 'signet_device=']) {
      expect(codeOf(await from(78, {}, { cookie }))).toBe('login_throttled');
    }
    expect(codeOf(await from(79, { password: 'wrong' }, { cookie: known }))).toBe('credentials_invalid');
  });

  it('a stolen cookie is good for ten guesses, which cost the owner nothing but a wait', async () => {
    const { from, known, pass } = await attacked();
    const guess = () => from(66, { password: 'wrong' }, { cookie: known });
    for (let turn = 0; turn < 10; turn += 1) expect((await guess()).statusCode).toBe(401);
    expect((await guess()).statusCode).toBe(429);
    const wait = Number((await from(77, {}, { cookie: known })).headers['retry-after']);
    expect(wait).toBeLessThanOrEqual(30);
    pass(wait * 1000);
    expect((await from(77, {}, { cookie: known })).statusCode).toBe(200);
  });

  it('a wrong password sets no cookie of a device', async () => {
    const { from, known } = await attacked();
    const response = await from(0, { password: 'wrong' }, { cookie: known });
    expect(response.headers['set-cookie']).toBeUndefined();
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
