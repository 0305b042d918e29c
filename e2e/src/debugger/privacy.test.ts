import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { curveToken } from '@signet/web/testing/made-kinds.ts';
import { rsaToken } from '@signet/web/testing/made-tokens.ts';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('What the debugger keeps to itself', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('sends no request after it has loaded, and asks for nothing its policy forbids', async () => {
    const bench = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    const { page } = bench;
    await allLoaded(page);
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const { token, key } = rsaToken();
    await paste(page, bench.token, token);
    await paste(page, bench.key, key);
    await page.locator('.verdict.tone-verified').waitFor();
    await page.locator('.mark-signature').last().hover();
    await page.locator('.explanation').filter({ hasText: 'Made over header and payload' }).waitFor();
    for (const alg of ['ES256K', 'Ed448'] as const) {
      const other = curveToken(alg);
      await paste(page, bench.token, other.token);
      await paste(page, bench.key, other.key);
      await bench.reason.filter({ hasText: alg }).waitFor();
      await page.locator('.verdict.tone-verified').waitFor();
    }
    await page.getByRole('button', { name: 'Copy the token' }).click();
    await page.getByLabel('Samples').selectOption({ label: 'Access token' });
    await bench.part('Payload').getByText('JSON', { exact: true }).click();
    await page.getByText('Dark', { exact: true }).click({ force: true });
    await paste(page, bench.token, token);
    await paste(page, bench.key, 'quite another key');
    await page.getByText('Why it does not match').waitFor();
    await page.getByText('Likely.').first().waitFor();
    await page.getByRole('button', { name: 'Share a link' }).click();
    await page.getByRole('button', { name: 'Copy the link' }).click();
    await page.keyboard.press('Escape');
    await page.getByText('Sign', { exact: true }).click();
    await page.getByLabel('Algorithm').selectOption('EdDSA');
    await page.getByRole('button', { name: 'Open in Inspect' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
    expect(requests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('loads from its own origin only, without a breach of the strict policy', async () => {
    const context = await room.open({ serviceWorkers: 'allow' });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).origin));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(site.url, { waitUntil: 'networkidle' });
    expect(new Set(requests)).toEqual(new Set([new URL(site.url).origin]));
    expect(complaints).toEqual([]);
  });

  it('loads less than 250 KB, compressed, before it can be used, and less than 800 KB in all with its four other languages', async () => {
    const context = await room.open();
    const page = await context.newPage();
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(site.url);
    await allLoaded(page);
    const ahead = new Set(await page.evaluate(fetchedAhead));
    // Read at the end: what is still on its way when the page closes has no body to read.
    const loaded = await Promise.all(
      [...responses].map(
        async (response) => [response.url(), gzipSync(await response.body()).length] as const,
      ),
    );
    const sum = (parts: typeof loaded) => parts.reduce((total, [, size]) => total + size, 0);
    const first = loaded.filter(([url]) => !ahead.has(url));
    expect(first.length).toBeGreaterThan(3);
    expect(ahead.size).toBeGreaterThan(0);
    expect(sum(first)).toBeLessThan(250_000);
    expect(sum(loaded)).toBeLessThan(800_000);
  });

  it('is caught by the policy when it tries an inline style or script', async () => {
    const { page } = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    const breaches = await page.evaluate(async () => {
      const seen: string[] = [];
      const both = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => {
          if (seen.push(event.effectiveDirective) === 2) resolve();
        });
      });
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      const script = document.createElement('script');
      script.textContent = 'document.title = "owned"';
      document.head.append(style, script);
      // The browser tells of a breach when it gets to it.
      await both;
      return seen;
    });
    expect(breaches.toSorted()).toEqual(['script-src-elem', 'style-src-elem']);
  });

  it('stores neither token nor key', async () => {
    const bench = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    const { token, key } = rsaToken();
    await paste(bench.page, bench.token, token);
    await paste(bench.page, bench.key, key);
    await bench.page.locator('.verdict.tone-verified').waitFor();
    const state = await bench.page.context().storageState({ indexedDB: true });
    expect(JSON.stringify(state)).not.toContain(token.slice(0, 20));
    expect(state.cookies).toEqual([]);
    expect(bench.page.url()).toBe(site.url);
  });
});

/** The page is loaded once it has also fetched, unasked, the parts that it may need later. */
async function allLoaded(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('signet:fetched').length > 0);
  await page.waitForLoadState('networkidle');
}

/** Scripts and styles that were asked for after the first look was painted. Runs in the page. */
function fetchedAhead(): readonly string[] {
  const [mark] = performance.getEntriesByName('signet:fetch-ahead');
  return performance
    .getEntriesByType('resource')
    .filter(({ name, startTime }) => startTime >= (mark?.startTime ?? 0) && /\.(?:js|css)$/.test(name))
    .map(({ name }) => name);
}
