import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@signet/testing/machine';
import { startFaultyProxy } from '@signet/testing/servers';
import { describeWithPostgres, describeWithRedis } from '@signet/testing/suites';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startSignet, type TestSignet, type TestSignetOptions } from './testing/running-signet.ts';
import { bearer, refresh, type SignedIn, signIn, signOut } from './testing/session.ts';

const patience = { timeout: 50_000, interval: 50 };

async function stand(options: TestSignetOptions): Promise<TestSignet> {
  const folder = temporaryFolder();
  const signet = await startSignet(folder.path, options);
  onTestFinished(async () => {
    await signet.close();
    folder[Symbol.dispose]();
  });
  return signet;
}

function login(signet: TestSignet): Promise<Response> {
  const body = JSON.stringify({ username: 'demo', password: signet.password('demo') });
  const headers = { 'content-type': 'application/json' };
  return fetch(`${signet.web}/auth/login`, { method: 'POST', headers, body });
}

function post(signet: TestSignet, endpoint: string, { cookie }: SignedIn): Promise<Response> {
  return fetch(`${signet.web}/auth/${endpoint}`, { method: 'POST', headers: { cookie } });
}

async function expectUnavailable(answer: Response): Promise<void> {
  expect(answer.headers.get('retry-after')).toBe('1');
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await answer.json()).toMatchObject({ status: 503, code: 'store_unavailable' });
}

describeWithPostgres('a node whose PostgreSQL has gone silent', (server) => {
  it('refuses in seconds, and goes on without a restart when the silence is over', async () => {
    await using proxy = await startFaultyProxy(await server().createDatabase());
    const signet = await stand({ environment: { DATABASE_URL: proxy.url } });
    appendFileSync(signet.configurationFile, '\ngateway: { revocationStaleness: 3s }\n');
    const staleness = () => signet.configuration.running().configuration.gateway.revocationStaleness;
    await vi.waitUntil(() => staleness() === 3000, patience);
    const held = await signIn(signet.web, 'demo', signet.password('demo'));
    const call = () => fetch(`${signet.gateway}/demo/x`, bearer(held.accessToken));
    expect((await call()).status).toBe(200);

    proxy.silence();
    const refused = [login(signet), post(signet, 'refresh', held), post(signet, 'logout', held)];
    for (const answer of await Promise.all(refused)) await expectUnavailable(answer);
    const code = async () => ((await (await call()).json()) as { code?: string }).code;
    await vi.waitUntil(async () => (await code()) === 'revocation_stale', patience);
    expect(signet.logged()).toContain('no answer in time');

    proxy.restore();
    await vi.waitUntil(async () => (await call()).status === 200, patience);
    const next = await refresh(signet.web, held.cookie);
    await signOut(signet.web, next.cookie);
    expect(await code()).toBe('token_revoked');
  });
});

describeWithRedis('a node whose Redis has gone silent', (server) => {
  it('refuses what it cannot count, lets the rest through, and counts again when the silence is over', async () => {
    await using proxy = await startFaultyProxy(server().url);
    const signet = await stand({ environment: { REDIS_URL: proxy.url } });
    const held = await signIn(signet.web, 'demo', signet.password('demo'));
    const call = () => fetch(`${signet.gateway}/demo/x`, bearer(held.accessToken));
    expect((await call()).status).toBe(200);
    proxy.silence();
    // Of the 100 that the route lets pass, ten may go ahead of Redis.
    const ahead: Response[] = [];
    while (ahead.length <= 10 && ahead.at(-1)?.status !== 503) ahead.push(await call());
    expect(await ahead.at(-1)?.json()).toMatchObject({ status: 503, code: 'limiter_unavailable' });
    expect((await fetch(`${signet.gateway}/status`)).status).toBe(200);
    await proxy.abandoned();
    proxy.restore();
    await vi.waitUntil(async () => (await call()).status === 200, patience);
  });
});

describe('a node whose SQLite file another process has locked', () => {
  it('refuses sign-in after a while, lets calls through, and signs in when the lock is gone', async () => {
    const signet = await stand({});
    const held = await signIn(signet.web, 'demo', signet.password('demo'));
    const other = new DatabaseSync(join(signet.dataFolder, 'signet.db'));
    other.exec('begin immediate');
    const refused = login(signet);
    expect((await fetch(`${signet.gateway}/demo/x`, bearer(held.accessToken))).status).toBe(200);
    await expectUnavailable(await refused);
    other.close();
    expect((await login(signet)).status).toBe(200);
  });
});
