import { fileURLToPath } from 'node:url';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { hmacToken } from './tokens.ts';
import { screens, sideways, violations } from './violations.ts';
import { openWorkbench, paste, type Workbench } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const secret = crypto.randomUUID();

interface Desk extends Workbench {
  readonly first: Locator;
  readonly second: Locator;
  readonly answer: (text: string) => Promise<void>;
  readonly row: (name: string) => Locator;
}

async function openCompare(bench: Workbench): Promise<Desk> {
  const { page } = bench;
  await page.getByText('Compare', { exact: true }).click();
  const answer = page.getByRole('region', { name: 'Result of the comparison' });
  await answer.waitFor();
  return {
    ...bench,
    first: page.getByRole('textbox', { name: 'First token to compare' }),
    second: page.getByRole('textbox', { name: 'Second token to compare' }),
    answer: (text) => answer.getByTestId('verdict-reason').filter({ hasText: text }).waitFor(),
    row: (name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }),
  };
}

const tokenOf = (claims: Readonly<Record<string, unknown>> | string) => hmacToken(secret, claims).token;

describeInBrowser('Comparing two tokens', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('takes over what Inspect holds, and puts members side by side', async () => {
    const bench = await openWorkbench(room, site.url);
    const { page } = bench;
    await paste(
      page,
      bench.token,
      tokenOf('{"sub":"a","scope":"read","id":100002348117421473,"exp":1800000000}'),
    );
    const desk = await openCompare(bench);
    await desk.answer('Paste two tokens to see what differs');
    await page.getByRole('button', { name: 'From Inspect' }).first().click();
    await desk.answer('Paste the second token to compare it with.');
    const other = tokenOf(
      '{"sub":"a","scope":"read write","id":100002348117421474,"exp":1800000900,"org":7}',
    );
    await paste(page, desk.second, `Authorization: Bearer ${other}`);
    await desk.answer('4 differ: scope, id, org, exp.');
    await page.getByText('Removed around the token').filter({ visible: true }).waitFor();
    expect(await desk.row('sub').innerText()).toContain('same');
    expect(await desk.row('id').innerText()).toMatch(/changed.*100002348117421473.*100002348117421474/s);
    expect(await desk.row('exp').innerText()).toContain('15 minutes later');
    expect(await desk.row('org').innerText()).toMatch(/only second.*not there.*7/s);
    expect(await desk.row('scope').locator('mark').allInnerTexts()).toEqual(['', ' write']);
    expect(page.url()).toBe(`${site.url}#compare`);
  });

  it('shows the differences only, and the two the other way round', async () => {
    const desk = await openCompare(await openWorkbench(room, site.url));
    const { page } = desk;
    await desk.first.fill(tokenOf({ sub: 'a', iss: 'x' }));
    await desk.second.fill(tokenOf({ sub: 'b', iss: 'x' }));
    await desk.answer('Only sub differs.');
    await page.getByText('Differences only').click();
    await desk.row('iss').waitFor({ state: 'detached' });
    await page.getByText('Nothing differs here.').waitFor();
    expect(await desk.row('sub').innerText()).toMatch(/"a".*"b"/s);
    await page.getByRole('button', { name: 'Swap them' }).click();
    await page.waitForFunction(() => /"b".*"a"/s.test(document.querySelector('.compare')?.textContent ?? ''));
  });

  it('says which token cannot be read, and that one signature cannot be of two texts', async () => {
    const desk = await openCompare(await openWorkbench(room, site.url));
    const token = tokenOf({ sub: 'a' });
    await desk.first.fill(token);
    await desk.second.fill('no token at all');
    await desk.answer('The second token cannot be read.');
    const [header, , signature] = token.split('.');
    const payload = Buffer.from('{"sub":"admin"}').toString('base64url');
    await desk.second.fill(`${header}.${payload}.${signature}`);
    await desk.answer('The signatures are the same although sub differ');
    await desk.second.fill(token);
    await desk.answer('Both texts are the same, character for character.');
  });

  it('is reached by its address, by name and by keyboard, and keeps what stands there', async () => {
    const { page } = await openWorkbench(room, site.url);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByPlaceholder('What do you want to do?').fill('compare');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Try a sample' }).filter({ visible: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('only second', { exact: true }).waitFor();
    await page.getByRole('radio', { name: 'Compare' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(`${site.url}#sign`);
    await page.goto(`${site.url}#compare`);
    await page.getByText('only second', { exact: true }).waitFor();
  });

  for (const screen of screens) {
    it(`has no axe violations at ${screen.viewport.width} px, ${screen.colorScheme}, and fits`, async () => {
      const desk = await openCompare(await openWorkbench(room, site.url, screen));
      const { page } = desk;
      await page.getByRole('button', { name: 'Try a sample' }).filter({ visible: true }).click();
      await page.getByText('only second', { exact: true }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await desk.second.fill('no token at all');
      await desk.answer('The second token cannot be read.');
      expect(await violations(page)).toEqual([]);
    });
  }
});
