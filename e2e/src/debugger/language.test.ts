import { fileURLToPath } from 'node:url';
import { rsaToken } from '@signet/web/testing/made-tokens.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('The languages of the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('begins in the language of the browser, without showing another one before', async () => {
    const context = await room.open({ locale: 'de-AT' });
    const page = await context.newPage();
    const titles: string[] = [];
    await page.exposeFunction('seen', (title: string) => titles.push(title));
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const title = document.querySelector('h1')?.textContent;
        if (title) void (window as unknown as { seen: (title: string) => void }).seen(title);
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(site.url);
    await page.getByRole('heading', { name: 'JWT-Debugger' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(new Set(titles)).toEqual(new Set(['JWT-Debugger']));
  });

  it('changes without a request, keeps what the reader has put in, and remembers the choice', async () => {
    const context = await room.open();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    await page.goto(site.url);
    await page.waitForFunction(() => performance.getEntriesByName('signet:fetched').length > 0);
    await page.waitForLoadState('networkidle');
    const { token, key } = rsaToken();
    await paste(page, page.getByRole('textbox', { name: /^Token/ }), token);
    await paste(page, page.getByRole('textbox', { name: /^Key/ }), key);
    await page.locator('.verdict.tone-verified').waitFor();
    await page.getByText('Sign', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Header as JSON' }).getByText('"kid"').waitFor();
    const draft = await page.getByRole('textbox', { name: 'Header as JSON' }).innerText();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.getByLabel('Language').selectOption('日本語');
    await page.getByRole('heading', { name: 'トークンを作成' }).waitFor();
    expect(await page.locator('.cm-content').nth(2).innerText()).toBe(draft);
    await page.getByText('検査', { exact: true }).filter({ visible: true }).click();
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await page.getByTestId('verdict-reason').filter({ visible: true }).innerText()).toContain(
      '一致します',
    );
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await page.getByLabel('言語').selectOption('Español');
    await page.getByRole('heading', { name: 'Depurador de JWT' }).waitFor();
    expect(requests).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'Depurador de JWT' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
  });
});
