import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openChapter, playAttack } from './lessons.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('The lessons', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('are reached from the debugger, and lead back to it', async () => {
    const page = await (await room.open()).newPage();
    await page.goto(site.url);
    await page.getByRole('link', { name: 'Learn' }).click();
    await page.getByRole('heading', { name: 'Structure', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Debugger', exact: true }).click();
    await page.getByRole('textbox', { name: /^Token/ }).waitFor();
    expect(page.url()).toBe(site.url);
  });

  it('open their token in the debugger, which reads it and its key', async () => {
    const page = await openChapter(room, site.url, 'services');
    await page.getByRole('link', { name: 'Open in the debugger' }).click();
    await page.getByTestId('verdict-reason').filter({ hasText: 'The signature matches' }).waitFor();
    expect(await page.getByRole('region', { name: 'Payload', exact: true }).textContent()).toContain(
      'svc_orders',
    );
    expect(page.url()).toBe(site.url);
  });

  it('open a forged token in the debugger, which refuses it too', async () => {
    const page = await openChapter(room, site.url, 'confusion');
    await playAttack(page, 'confusion');
    await page.getByRole('link', { name: 'Open in the debugger' }).click();
    await page.locator('.verdict.tone-refused').waitFor();
  });
});
