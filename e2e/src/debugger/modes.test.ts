import { fileURLToPath } from 'node:url';
import { hmacToken } from '@signet/web/testing/made-tokens.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const reference = `req_${'0123456789abcdefghjkmnpqrs'}`;

describeInBrowser('The modes of the debugger', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('are steps that back and forward go through, and that keep what stands there', async () => {
    const { page, token } = await openWorkbench(room, site.url);
    const { token: text } = hmacToken(crypto.randomUUID());
    await paste(page, token, text);
    await page.getByText('Sign', { exact: true }).click();
    await page.getByTestId('signed-token').waitFor();
    await page
      .getByRole('radiogroup', { name: 'What to do' })
      .getByText('Compare')
      .filter({ visible: true })
      .click();
    await page.goBack();
    await page.getByTestId('signed-token').waitFor();
    expect(page.url()).toBe(`${site.url}#sign`);
    await page.goBack();
    await token.waitFor();
    expect(page.url()).toBe(site.url);
    expect((await token.textContent())?.trim()).toBe(text);
    await page.goForward();
    await page.goForward();
    await page.getByRole('textbox', { name: 'First token to compare' }).waitFor();
    expect(page.url()).toBe(`${site.url}#compare`);
  });

  it('leave nothing that an address brought in the history, neither a token nor a reference', async () => {
    const { token: text } = hmacToken(crypto.randomUUID());
    const { page } = await openWorkbench(room, `${site.url}#token=${text}`);
    await page.goto(`${site.url}#reference=${reference}`);
    await page.getByRole('textbox', { name: /^Refusal/ }).waitFor();
    expect(page.url()).toBe(`${site.url}#refusal`);
    await page.goBack();
    await page.getByRole('textbox', { name: /^Token/ }).waitFor();
    expect(page.url()).toBe(site.url);
    await page.goForward();
    await page.getByRole('textbox', { name: /^Refusal/ }).waitFor();
    expect(page.url()).toBe(`${site.url}#refusal`);
  });
});
