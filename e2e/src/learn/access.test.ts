import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { attackVerdicts, goToChapter, lessonNames, openChapter, playAttack } from './lessons.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const screens = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
].flatMap((viewport) => (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })));

/** What is wrong with a chapter, in a sentence each. */
async function faults(page: Page, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const surplus = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [
    ...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    ...(surplus > 0 ? [`${name}: ${surplus} px too wide`] : []),
  ];
}

describeInBrowser('Access to the lessons for everyone', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  for (const screen of screens) {
    const { viewport, colorScheme } = screen;
    it(`no lesson has axe violations or is too wide at ${viewport.width} px, ${colorScheme}`, async () => {
      const page = await openChapter(room, site.url, 'structure', screen);
      for (const name of lessonNames) {
        await goToChapter(page, name);
        expect(await faults(page, name)).toEqual([]);
      }
    });

    it(`no attack has axe violations or is too wide at ${viewport.width} px, ${colorScheme}`, async () => {
      const page = await openChapter(room, site.url, 'structure', screen);
      for (const { name } of attackVerdicts) {
        await goToChapter(page, name);
        await playAttack(page, name);
        await page.getByText('The code of the careless verifier').click();
        expect(await faults(page, name)).toEqual([]);
      }
    });
  }

  it('an attack can be played with the keyboard alone', async () => {
    const page = await openChapter(room, site.url, 'structure');
    await tabTo(page, 'Algorithm none');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Algorithm none', level: 1 }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('lesson-title');
    expect(await page.title()).toBe('Algorithm none — Learn — Signet');
    await tabTo(page, 'Next step');
    for (let step = 1; step < 4; step += 1) await page.keyboard.press('Enter');
    await page.getByTestId('verdict-code').waitFor();
    await tabTo(page, 'Open in the debugger');
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle),
    ).toBe('solid');
  });

  it('the skip link leads to the lesson, and leaves the chapter as it is', async () => {
    const page = await openChapter(room, site.url, 'claims');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lesson');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Claims');
  });

  it('on a phone, a select leads to every chapter', async () => {
    const page = await openChapter(room, site.url, 'structure', { viewport: { width: 390, height: 844 } });
    const select = page.getByRole('combobox', { name: 'Choose a lesson' });
    expect(await select.locator('option').count()).toBe(lessonNames.length + attackVerdicts.length);
    await select.selectOption({ label: 'Revocation' });
    await page.getByRole('heading', { name: 'Revocation', level: 1 }).waitFor();
  });
});

/** Tabs on until the focused control has this text. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent?.trim());
    if (focused === text) return;
  }
  throw new Error(`No press of Tab reached "${text}".`);
}
