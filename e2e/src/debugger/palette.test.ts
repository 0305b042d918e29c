import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('Commands by name', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('open on Ctrl K, even in an editor, and run by Enter', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await bench.token.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.type('sample');
    await page.keyboard.press('Enter');
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('open on a question mark outside of texts, and close on Escape', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await bench.key.focus();
    await page.keyboard.type('?');
    expect(await bench.key.textContent()).toContain('?');
    await page.getByRole('button', { name: 'Try a sample' }).focus();
    await page.keyboard.type('?');
    await page.getByRole('dialog', { name: 'Commands' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});
