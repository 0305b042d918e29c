import { fileURLToPath } from 'node:url';
import { rsaToken } from '@signet/web/testing/made-tokens.ts';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { openWorkbench, paste, type Workbench } from '../debugger/workbench.ts';
import { type Site, serveFolder } from './serve-folder.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
/** Anybody may put the folder below a path of their own. */
const below = '/tools/jwt/';

describeInBrowser('The pages without a network', (room) => {
  let site: Site;
  beforeEach(async () => {
    site = await serveFolder(built, { below });
  });
  afterEach(() => site.close());

  it('open again, decode and verify when the server is gone', async () => {
    const bench = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    await kept(bench.page);
    await site.close();
    await bench.page.context().setOffline(true);
    await bench.page.reload();
    await verify(bench);
    await bench.page.goto(`${site.url}learn/#claims`);
    await bench.page.getByRole('table').first().waitFor();
    await bench.page.goto(`${site.url}errors/alg_none`);
    await bench.page.getByRole('heading', { name: 'The token is not signed' }).waitFor();
    site = await serveFolder(built, { below });
  });

  it('ask the server for nothing once they have loaded, as the log of the server tells', async () => {
    const bench = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    const { page } = bench;
    await kept(page);
    const before = site.requests.length;
    await verify(bench);
    await page.getByLabel('Samples').selectOption({ label: 'Access token' });
    await page.getByText('Sign', { exact: true }).click();
    await page.getByRole('button', { name: 'Open in Inspect' }).click();
    await page.getByLabel('Language').selectOption('de');
    await page.getByRole('heading', { name: 'JWT-Debugger' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').waitFor();
    expect(site.requests.slice(before)).toEqual([]);
    expect(site.requests.filter((path) => !path.startsWith(below))).toEqual([]);
  });

  it('leave to the server what belongs to it, and keep nothing of that', async () => {
    const { page } = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    await kept(page);
    await page.reload();
    const before = site.requests.length;
    const asked = ['healthz', 'auth/token', 'admin/clients', '.well-known/openid-configuration'];
    await page.evaluate((paths) => Promise.all(paths.map((path) => fetch(path))), asked);
    const seen = site.requests.slice(before);
    expect(seen).toEqual(expect.arrayContaining(asked.map((path) => below + path)));
    const addresses = await page.evaluate(async () => {
      const caching = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const all = await Promise.all(caching.map((cache) => cache.keys()));
      return all.flat().map(({ url }) => url);
    });
    expect(addresses).toContain(site.url);
    for (const path of asked) expect(addresses).not.toContain(site.url + path);
  });

  it('drop the files of older builds, and only theirs', async () => {
    const context = await room.open({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    await page.goto(`${site.url}icon.svg`);
    await page.evaluate(async (path) => {
      await caches.open(`signet ${path} an older build`);
      await caches.open('signet /elsewhere/ a build');
    }, below);
    await page.goto(site.url);
    await kept(page);
    const names = await page.evaluate(() => caches.keys());
    expect(names).toHaveLength(2);
    expect(names).toContain('signet /elsewhere/ a build');
    expect(names).not.toContain(`signet ${below} an older build`);
  });
});

/** Waits until everything has been fetched, for now and for later. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { active } = await navigator.serviceWorker.ready;
    return active?.state === 'activated' && performance.getEntriesByName('signet:fetched').length > 0;
  });
  await page.waitForLoadState('networkidle');
}

async function verify({ page, token, key }: Workbench): Promise<void> {
  const given = rsaToken();
  await paste(page, token, given.token);
  await paste(page, key, given.key);
  await page.locator('.verdict.tone-verified').waitFor();
}
