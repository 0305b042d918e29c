import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const titles = ['The token', 'The header', 'The payload', 'The key', 'The verdict', 'The findings'];

describeInBrowser('The tour of the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('leads over the parts of the page by keyboard, keeps the focus and gives it back', async () => {
    const { page } = await openWorkbench(room, site.url, { reducedMotion: 'reduce' });
    const button = page.getByRole('button', { name: 'What am I looking at?' }).first();
    await button.focus();
    await page.keyboard.press('Enter');
    const tour = page.getByRole('dialog');
    for (const title of titles) {
      await tour.getByRole('heading', { name: title }).waitFor();
      expect(await tour.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('ArrowRight');
    }
    await page.locator('.verdict.tone-verified').waitFor();
    await page.keyboard.press('ArrowLeft');
    await tour.getByRole('heading', { name: 'The verdict' }).waitFor();
    await page.keyboard.press('Escape');
    await tour.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('starts from the palette, and shows card and part within a narrow window at every stop', async () => {
    const { page } = await openWorkbench(room, site.url, { viewport: { width: 390, height: 844 } });
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByLabel('What do you want to do?').fill('What am I');
    await page.keyboard.press('Enter');
    const tour = page.getByRole('dialog');
    for (const title of titles) {
      await tour.getByRole('heading', { name: title }).waitFor();
      const box = await tour.boundingBox();
      const light = await page.locator('.tour-light').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
      expect(light?.y).toBeLessThan(844);
      await page.keyboard.press('ArrowRight');
    }
    await page.getByRole('button', { name: 'Done' }).click();
    await tour.waitFor({ state: 'detached' });
  });
});
