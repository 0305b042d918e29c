import { execFileSync } from 'node:child_process';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '@signet/sdk/browser';
import { temporaryFolder } from '@signet/testing/machine';
import { type RunningSignet, root, startSignet } from '@signet/testing/signet';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';

/* A single-page app on an origin of its own, with the SDK as an app installs it, against a whole Signet. */

declare global {
  interface Window {
    session: Session;
    /** Milliseconds by which the page's clock is ahead, so that its token is over without anybody waiting for it. */
    ahead: number;
  }
}

const page =
  '<!doctype html><meta charset="utf-8"><title>App</title><script type="module" src="/app.js"></script>';

function program(issuer: string): string {
  return `import { createSession } from './sdk/browser.js';
window.ahead = 0;
window.session = createSession({ issuer: '${issuer}', apis: ['${issuer}'], now: () => Date.now() + window.ahead });
document.title = 'Ready';
`;
}

const almostExpired = 880_000;

describeInBrowser('a page with a session of its own', (room) => {
  const data = temporaryFolder();
  const app = temporaryFolder();
  let signet: RunningSignet;
  let site: Site;
  let origin: string;

  beforeAll(async () => {
    signet = await startSignet({ dataFolder: data.path });
    execFileSync(process.execPath, [`${root}/packages/sdk/build/build.ts`, join(app.path, 'sdk')]);
    writeFileSync(join(app.path, 'index.html'), page);
    writeFileSync(join(app.path, 'app.js'), program(signet.web));
    site = await serveFolder(app.path, { policy: `default-src 'self'; connect-src ${signet.web}` });
    origin = `http://localhost:${new URL(site.url).port}`;
    const client = { name: 'App', type: 'public', grants: [], firstParty: true, origins: [origin] };
    appendFileSync(join(data.path, 'signet.yaml'), `\nclients: ${JSON.stringify({ app: client })}\n`);
    await vi.waitFor(async () => {
      const { headers } = await fetch(`${signet.web}/auth/csrf`, { headers: { origin } });
      if (headers.get('access-control-allow-origin') !== origin) throw new Error('Not known yet');
    }, 30_000);
  });

  afterAll(async () => {
    await site?.close();
    await signet?.stop();
    for (const folder of [data, app]) folder[Symbol.dispose]();
  });

  async function openTab(context: BrowserContext): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(origin);
    await tab.waitForFunction(() => document.title === 'Ready');
    return tab;
  }

  async function openTabs(context: BrowserContext, count: number): Promise<readonly Page[]> {
    const tabs = [];
    for (let index = 0; index < count; index += 1) tabs.push(await openTab(context));
    return tabs;
  }

  async function signIn(tab: Page): Promise<void> {
    const given = { username: 'demo', password: signet.password('demo') };
    await tab.evaluate((person) => window.session.login(person), given);
  }

  function signedInEverywhere(tabs: readonly Page[], signedIn: boolean): Promise<unknown> {
    return Promise.all(
      tabs.map((tab) => tab.waitForFunction((each) => window.session.state.signedIn === each, signedIn)),
    );
  }

  function tokens(tabs: readonly Page[], ahead: number): Promise<readonly (string | undefined)[]> {
    return Promise.all(
      tabs.map((tab) =>
        tab.evaluate((milliseconds) => {
          window.ahead = milliseconds;
          return window.session.token();
        }, ahead),
      ),
    );
  }

  function countRefreshes(context: BrowserContext): () => number {
    let refreshes = 0;
    context.on('request', (request) => {
      if (request.method() === 'POST' && request.url() === `${signet.web}/auth/refresh`) refreshes += 1;
    });
    return () => refreshes;
  }

  it('refreshes once for five tabs, again and again', async () => {
    const context = await room.open();
    const refreshes = countRefreshes(context);
    const tabs = await openTabs(context, 5);
    const [first] = tabs;
    if (first === undefined) return expect.unreachable();
    await signIn(first);
    await signedInEverywhere(tabs, true);
    for (let round = 1; round <= 10; round += 1) {
      const held = await tokens(tabs, round * almostExpired);
      expect(new Set(held).size).toBe(1);
      expect(held[0]).toMatch(/^eyJ/);
      expect(refreshes()).toBe(round);
    }
  });

  it('loses nobody where the browser has no Web Locks: one refresh a tab at most, and one session for all', async () => {
    const context = await room.open();
    const refreshes = countRefreshes(context);
    await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
    const tabs = await openTabs(context, 5);
    const [first] = tabs;
    if (first === undefined) return expect.unreachable();
    expect(await first.evaluate(() => navigator.locks)).toBeUndefined();
    await signIn(first);
    await signedInEverywhere(tabs, true);
    const sessionOf = (token: string | undefined) =>
      JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()).sid;
    const sessions = new Set<string>();
    for (let round = 1; round <= 5; round += 1) {
      const before = refreshes();
      // Three calls at once in each tab, which are one refresh there.
      const ahead = round * almostExpired;
      const held = (await Promise.all([1, 2, 3].map(() => tokens(tabs, ahead)))).flat();
      for (const token of held) expect(token).toMatch(/^eyJ/);
      for (const token of held) sessions.add(sessionOf(token));
      expect(refreshes() - before).toBeLessThanOrEqual(tabs.length);
      await signedInEverywhere(tabs, true);
    }
    expect(sessions.size).toBe(1);
  });

  it('keeps nothing where scripts find it, finds its session after a reload, and ends it in every tab', async () => {
    const context = await room.open();
    const [one, other] = await openTabs(context, 2);
    if (one === undefined || other === undefined) return expect.unreachable();
    await signIn(one);
    await signedInEverywhere([one, other], true);
    await one.reload();
    await one.waitForFunction(() => document.title === 'Ready');
    expect(await one.evaluate(() => window.session.restore())).toBe(true);
    const kept = await one.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0]);

    const whoAmI = (tab: Page) =>
      tab.evaluate(
        async (issuer) => (await window.session.fetch(`${issuer}/auth/session`)).status,
        signet.web,
      );
    expect(await whoAmI(other)).toBe(200);
    const [token] = await tokens([one], 0);
    await one.evaluate(() => window.session.logout());
    await signedInEverywhere([one, other], false);
    expect(await whoAmI(other)).toBe(401);
    expect(await (await openTab(context)).evaluate(() => window.session.restore())).toBe(false);
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${signet.gateway}/demo/hello`, { headers })).status).toBe(401);
  });

  it('is nobody’s on an origin that no client of ours names', async () => {
    const stranger = await serveFolder(app.path, { policy: `default-src 'self'; connect-src ${signet.web}` });
    const context = await room.open();
    const tab = await context.newPage();
    await tab.goto(`http://localhost:${new URL(stranger.url).port}`);
    await tab.waitForFunction(() => document.title === 'Ready');
    const given = { username: 'demo', password: signet.password('demo') };
    const said = await tab.evaluate(
      (person) =>
        window.session.login(person).then(
          () => 'in',
          (error: Error) => error.name,
        ),
      given,
    );
    expect(said).toBe('TypeError');
    await stranger.close();
  });
});
