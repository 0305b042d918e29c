import { fileURLToPath } from 'node:url';
import { rsaToken } from '@signet/web/testing/made-tokens.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('The history of the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('keeps tokens only after it was turned on, never a key, and deletes them when it is turned off', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const before = rsaToken();
    await paste(page, bench.token, before.token);
    await page.locator('.verdict.tone-unknown').waitFor();
    expect(await stored(page)).toBe('');
    // What still lies on the desk when the history is turned on may be kept.
    await page.getByRole('button', { name: 'Clear token and key' }).click();
    await page.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await page.getByLabel('Keep tokens in this browser').check();
    await page.getByText('Nothing is kept yet.').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    const { token, key } = rsaToken();
    await paste(page, bench.key, key);
    await paste(page, bench.token, token);
    await page.locator('.verdict.tone-verified').waitFor();
    await page.waitForFunction((text) => localStorage.getItem('signet-history')?.includes(text), token);
    const kept = await stored(page);
    expect(kept).not.toContain(before.token);
    for (const line of key.split('\n').filter((text) => text.length > 20))
      expect(kept).not.toContain(line.trim());
    await page.reload();
    await page.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await page.locator('.history-open').click();
    await page.getByTestId('verdict-reason').getByText('Give the key').waitFor();
    await expect.poll(async () => (await bench.token.innerText()).replaceAll('\n', '')).toBe(token);
    await page.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await page.getByText('Turning it off deletes the one that is kept.').waitFor();
    await page.getByLabel('Keep tokens in this browser').uncheck();
    await page.getByText('Nothing is kept.').waitFor();
    expect(await stored(page)).toBe('');
  });

  it('removes one token, or all', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await page.evaluate(() => localStorage.setItem('signet-history', '[]'));
    const [one, other] = [rsaToken().token, rsaToken().token];
    for (const token of [one, other]) {
      await paste(page, bench.token, token);
      await page.waitForFunction((text) => localStorage.getItem('signet-history')?.includes(text), token);
    }
    await page.getByRole('button', { name: 'Tokens you have looked at' }).first().click();
    await page
      .getByRole('button', { name: /^Remove:/ })
      .first()
      .click();
    expect(await stored(page)).not.toContain(other);
    expect(await stored(page)).toContain(one);
    await page.getByRole('button', { name: 'Remove all' }).click();
    await page.getByText('Nothing is kept yet.').waitFor();
    expect(await stored(page)).toBe('{"signet-history":"[]"}');
  });
});

/** Everything that the page has put into the browser's storage; empty where there is nothing. */
async function stored(page: Page): Promise<string> {
  const text = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  return text === '{}' ? '' : text;
}
