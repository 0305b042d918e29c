import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { ellipticToken, hmacToken } from './tokens.ts';
import { openWorkbench, paste } from './workbench.ts';

const secret = 'a secret of more than thirty-two bytes, for HS256';
const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

describeInBrowser('Why a signature does not match', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('names quotes around a secret, mends them at the press of a button, and takes that back', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await paste(page, bench.token, hmacToken(secret).token);
    await paste(page, bench.key, `"${secret}"`);
    await page.getByText('without the quotes around it').first().waitFor();
    await page.getByRole('button', { name: 'Use the secret without its quotes' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await bench.key.textContent()).toBe(secret);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.verdict.tone-refused').waitFor();
    expect(await bench.key.textContent()).toBe(`"${secret}"`);
  });

  it('finds the key of a set that matches under another name, and says so', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    const { token, jwk } = ellipticToken('k1');
    const set = { keys: [ellipticToken('k1').jwk, { ...jwk, kid: 'k2' }] };
    await paste(page, bench.token, token);
    await paste(page, bench.key, JSON.stringify(set));
    await page.getByRole('button', { name: 'Use key “k2”' }).click();
    await page.locator('.verdict.tone-verified').waitFor();
    expect(await bench.reason.textContent()).toContain('“k2”');
    expect(await bench.findings.textContent()).toContain('another name');
  });

  it('says how much was tried when nothing is found, without a breach of access', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await paste(page, bench.token, hmacToken(secret).token);
    await paste(page, bench.key, 'quite another secret');
    await page.getByText('None matches').waitFor();
    expect(await bench.findings.textContent()).toMatch(/\d+ combinations tried/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });
});
