import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

/** An unsigned token whose claims all bear its name. */
function tokenOf(name: string, count: number): string {
  const claims = Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}_${at}`, at]));
  return `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.AAAA`;
}

describeInBrowser('A token of many claims', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('is shown with all of them on request, in the order of the token, and found by readers of the screen', async () => {
    const { page, token, part } = await openWorkbench(room, site.url);
    await paste(page, token, tokenOf('first', 450));
    const headers = part('Payload').getByRole('rowheader');
    await headers.filter({ hasText: /^first_199$/ }).waitFor();
    expect(await headers.count()).toBe(200);
    await part('Payload').getByRole('button', { name: /450/ }).click();
    await headers.filter({ hasText: /^first_449$/ }).waitFor();
    expect(await headers.allTextContents()).toEqual(Array.from({ length: 450 }, (_, at) => `first_${at}`));
  });

  it('leaves none of them in sight, in any frame, when another token takes its place', async () => {
    const { page, token, part } = await openWorkbench(room, site.url);
    await paste(page, token, tokenOf('first', 300));
    await part('Payload').getByRole('button', { name: /300/ }).click();
    const headers = part('Payload').getByRole('rowheader');
    await headers.filter({ hasText: /^first_299$/ }).waitFor();
    await page.evaluate(watchMixedFrames);
    await paste(page, token, tokenOf('second', 250));
    await headers.filter({ hasText: /^second_199$/ }).waitFor();
    expect(await page.locator('html').getAttribute('data-mixed')).toBe('0');
    expect(await page.locator('html').getAttribute('data-frames')).not.toBe('0');
    expect(await headers.count()).toBe(200);
    expect(await headers.filter({ hasText: 'first' }).count()).toBe(0);
  });
});

/** Runs in the page. Counts frames that begin with a claim of each token in sight. */
function watchMixedFrames(): void {
  const { dataset } = document.documentElement;
  const [counts, texts] = [{ frames: 0, mixed: 0 }, ['first_', 'second_'] as const];
  const look = (): void => {
    const names = [...document.querySelectorAll('.decoded-payload tbody th')]
      .filter((name) => name.checkVisibility())
      .map(({ textContent }) => textContent);
    const seen = texts.map((text) => names.some((name) => name.startsWith(text)));
    if (seen[1]) counts.frames += 1;
    if (seen[0] && seen[1]) counts.mixed += 1;
    Object.assign(dataset, counts);
    requestAnimationFrame(look);
  };
  look();
}
