import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { ellipticToken } from '@signet/web/testing/made-tokens.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste, type Workbench } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

async function copyLink({ page }: Workbench): Promise<string> {
  await page.getByRole('button', { name: 'Share a link' }).click();
  await page.getByRole('dialog').getByText('Whoever has the link has the token').waitFor();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

describeInBrowser('Links to a token', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('carry token and public key after a warning, and leave the address bar once opened', async () => {
    const bench = await openWorkbench(room, site.url);
    const { token, key } = ellipticToken('a');
    await paste(bench.page, bench.token, token);
    await paste(bench.page, bench.key, key);
    await bench.page.locator('.verdict.tone-verified').waitFor();
    const link = await copyLink(bench);
    const { violations } = await new AxeBuilder({ page: bench.page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);

    const opened = await openWorkbench(room, link);
    await opened.page.getByTestId('verdict-reason').filter({ hasText: 'the key in the link' }).waitFor();
    expect(await opened.word.textContent()).toBe('Unknown');
    expect(opened.page.url()).toBe(site.url);
    expect((await opened.token.textContent())?.trim()).toBe(token);
    await opened.page.getByRole('button', { name: 'I know this key' }).click();
    await opened.page.locator('.verdict.tone-verified').waitFor();
  });
});
