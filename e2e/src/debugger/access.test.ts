import { fileURLToPath } from 'node:url';
import { hmacToken } from '@signet/web/testing/made-tokens.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { screens, sideways, violations } from './violations.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('Access to the debugger for everyone', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  for (const screen of screens) {
    const { viewport, colorScheme } = screen;
    it(`has no axe violations at ${viewport.width} px, ${colorScheme}`, async () => {
      const bench = await openWorkbench(room, site.url, screen);
      const { page } = bench;
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Try a sample' }).click();
      await page.locator('.verdict.tone-verified').waitFor();
      expect(await violations(page)).toEqual([]);
      await bench.part('Payload').getByText('JSON', { exact: true }).click();
      await paste(page, bench.token, hmacToken('short', { exp: 1 }).token);
      await paste(page, bench.key, 'wrong');
      await page.locator('.verdict.tone-refused').waitFor();
      expect(await violations(page)).toEqual([]);
    });

    it(`fits the window at ${viewport.width} px, ${colorScheme}, with the verdict always in sight`, async () => {
      const { page } = await openWorkbench(room, site.url, screen);
      await page.getByRole('button', { name: 'Try a sample' }).click();
      await page.locator('.verdict.tone-verified').waitFor();
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const box = await page.locator('.verdict').boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(60);
    });

    it(`keeps every button of a secret's panel inside it at ${viewport.width} px, ${colorScheme}`, async () => {
      const { page, key } = await openWorkbench(room, site.url, screen);
      await key.fill('a shared secret');
      await page.getByText('Base64url', { exact: true }).waitFor();
      const panel = await page.getByRole('region', { name: 'Key' }).boundingBox();
      const copy = await page.getByRole('button', { name: 'Copy the key' }).boundingBox();
      const edge = (box: typeof panel) => (box === null ? Number.NaN : box.x + box.width);
      expect(edge(copy)).toBeLessThanOrEqual(edge(panel));
    });
  }

  it('can be used from end to end with the keyboard alone', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { token, key } = hmacToken('a secret of more than thirty-two bytes, for HS256');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await tabTo(page, 'Token: paste a JSON Web Token');
    await page.keyboard.insertText(token);
    await tabTo(page, 'Key: secret, PEM, JWK or JWKS');
    await page.keyboard.insertText(key);
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await page.getByRole('status').first().textContent()).toContain('Verified. The signature matches');
  });
});

/** Tabs on until the focused control, inside shadow roots too, has this name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label');
    });
    if (focused === name) return;
  }
  throw new Error(`No press of Tab reached "${name}".`);
}
