import { fileURLToPath } from 'node:url';
import { hmacToken } from '@signet/web/testing/made-tokens.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const { token } = hmacToken(crypto.randomUUID(), { exp: 1_900_000_000 });

describeInBrowser('Explanations in place', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('says what the part of the token under the pointer is, without a breach of the policy', async () => {
    const bench = await openWorkbench(room, site.url, { serviceWorkers: 'allow' });
    const { page } = bench;
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await paste(page, bench.token, token);
    const tip = page.locator('.explanation').filter({ visible: true });
    await page.locator('.mark-signature').last().hover();
    await tip.filter({ hasText: 'Made over header and payload' }).waitFor();
    await page.locator('.mark-payload').first().hover();
    await tip.filter({ hasText: 'Payload: exp = 1900000000From this time on' }).waitFor();
    const box = await tip.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  it('says what the cursor has come into, and is silent while one types', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await page.waitForFunction(() => performance.getEntriesByName('signet:fetched').length > 0);
    await paste(page, bench.token, token);
    const tip = page.locator('.explanation').filter({ visible: true });
    await page.keyboard.press('ControlOrMeta+Home');
    await tip.filter({ hasText: 'Header' }).waitFor();
    await page.keyboard.press('ControlOrMeta+End');
    await tip.filter({ hasText: 'Signature' }).waitFor();
    await page.keyboard.type('x');
    await tip.waitFor({ state: 'hidden' });
  });

  it('gives the meaning of a claim at its name in the JSON view', async () => {
    const bench = await openWorkbench(room, site.url);
    await paste(bench.page, bench.token, token);
    await bench.part('Payload').getByText('JSON', { exact: true }).click();
    await bench.part('Payload').locator('.json-name', { hasText: 'exp' }).hover();
    await bench.page
      .getByRole('tooltip')
      .filter({ hasText: 'From this time on the token must be refused. RFC 7519 §4.1.4' })
      .waitFor();
  });
});
