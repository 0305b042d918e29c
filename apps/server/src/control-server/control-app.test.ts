import { hostedScreens } from '@signet/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../testing/running-signet.ts';

const page = { headers: { accept: 'text/html,application/xhtml+xml' } };

describe('the control side', () => {
  const folder = temporaryFolder();
  let signet: TestSignet;

  beforeAll(async () => {
    signet = await startSignet(folder.path);
  });

  afterAll(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });

  it('lets no inline script run and no other site frame it', async () => {
    const { headers } = await fetch(`${signet.web}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("frame-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('lets one document without an origin speak to other servers, and no other page', async () => {
    const { headers } = await fetch(`${signet.web}/fetch-keys/index.html`);
    const policy = (headers.get('content-security-policy') ?? '').split(';');
    expect(policy).toContain('sandbox allow-scripts');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain('connect-src https: http://localhost:* http://127.0.0.1:*');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    for (const path of ['/', '/index.html', '/learn', '/fetch-keys/nothing']) {
      const page = await fetch(`${signet.web}${path}`, { headers: { accept: 'text/html' } });
      expect(page.headers.get('content-security-policy'), path).toMatch(/connect-src 'self'(;|$)/);
      expect(page.headers.get('x-frame-options'), path).toBe('DENY');
    }
  });

  it('has the page asked for anew each time, and hashed files kept for good', async () => {
    expect((await fetch(`${signet.web}/`)).headers.get('cache-control')).toBe('no-cache');
    const asset = await fetch(`${signet.web}/assets/main-0a1b2c3d.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('gives the page to a browser that navigates, and a problem to everything else', async () => {
    const navigation = await fetch(`${signet.web}/learn`, page);
    expect(navigation.status).toBe(200);
    expect(navigation.headers.get('content-type')).toContain('text/html');
    for (const [path, init] of [
      ['/nothing', {}],
      ['/nothing', { headers: { accept: 'application/json' } }],
      ['/assets/gone.js', page],
      ['/auth/nothing', page],
      ['/admin/nothing', page],
      ['/.well-known/nothing', page],
      ['/learn', { ...page, method: 'POST' }],
    ] as const) {
      const refused = await fetch(`${signet.web}${path}`, init);
      expect(refused.status, path).toBeGreaterThanOrEqual(400);
      expect(refused.headers.get('content-type'), path).toContain('application/problem+json');
    }
  });

  it.each(['/nothing', '/foo/bar', '/learn/nothing', '/libraries/nothing/at/all'])(
    'says to a browser that there is nothing at %s, on a page whose files are found from there',
    async (path) => {
      const unknown = await fetch(`${signet.web}${path}?access_token=abc`, page);
      const text = await unknown.text();
      expect([unknown.status, unknown.headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
      expect(text).toContain('<title>No such page');
      expect(text).toContain('src="/theme.js"');
      expect(text).not.toContain('abc');
      expect(unknown.headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );

  it('explains each code at its address, to a browser and to everything else, and lists them', async () => {
    for (const headers of [page.headers, { accept: 'application/json' }]) {
      const code = await fetch(`${signet.web}/errors/alg_none`, { headers });
      expect([code.status, await code.text()]).toEqual([200, expect.stringContaining('<title>alg_none')]);
    }
    const list = await fetch(`${signet.web}/errors?find=clock`, page);
    expect([list.url, await list.text()]).toEqual([
      `${signet.web}/errors/?find=clock`,
      expect.stringContaining('<title>Codes'),
    ]);
    const unknown = await fetch(`${signet.web}/errors/no_such_code`, page);
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('<title>Codes')]);
  });

  it.each(['/signin', '/signin/', '/signin/Vb3_x-9', ...Object.values(hostedScreens)])(
    'shows a hosted screen at %s, framed by nobody and kept by no cache',
    async (path) => {
      const hosted = await fetch(`${signet.web}${path}`, page);
      expect([hosted.status, await hosted.text()]).toEqual([200, expect.stringContaining('<title>Sign in')]);
      expect(hosted.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(hosted.headers.get('x-frame-options')).toBe('DENY');
      expect(hosted.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it.each(['/signin/a/b', '/signin/%3Cscript%3E', `/signin/${'x'.repeat(129)}`, '/account/x'])(
    'shows no hosted screen at %s',
    async (path) => expect((await fetch(`${signet.web}${path}`, page)).status).toBe(404),
  );

  it('names in every problem the address where it is explained', async () => {
    const refused = await fetch(`${signet.web}/auth/nothing`);
    expect(await refused.json()).toMatchObject({ type: `${signet.web}/errors/not_found` });
    const byGateway = await fetch(`${signet.gateway}/nothing-here`);
    expect(await byGateway.json()).toMatchObject({ type: `${signet.web}/errors/route_not_found` });
  });

  it.each(['//elsewhere.example', '/%2felsewhere.example', '/errors//elsewhere.example', '/errors%2f..'])(
    'sends nobody elsewhere from %s',
    async (path) => {
      const { status, headers } = await fetch(`${signet.web}${path}`, { redirect: 'manual' });
      expect([status >= 400, headers.get('location')]).toEqual([true, null]);
    },
  );

  it.each(['/../master.key', '/%2e%2e/master.key', '/assets/..%2f..%2fmaster.key', '/..%5cmaster.key'])(
    'serves nothing outside of the web app at %s',
    async (path) => {
      const response = await fetch(`${signet.web}${path}`);
      expect(response.status).toBeGreaterThanOrEqual(400);
    },
  );

  it('does not repeat the query, which may hold a token', async () => {
    const response = await fetch(`${signet.web}/nothing?access_token=abc.def.ghi`);
    expect(await response.text()).not.toContain('abc.def.ghi');
    expect(signet.logged()).not.toContain('abc.def.ghi');
  });

  it('says that it is well', async () => {
    const response = await fetch(`${signet.web}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('refuses a body larger than anything it takes', async () => {
    const body = JSON.stringify({ username: 'demo', password: 'x'.repeat(100_000) });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${signet.web}/auth/login`, { method: 'POST', headers, body });
    expect(response.status).toBe(413);
  });
});
