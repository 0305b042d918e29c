import { fileURLToPath } from 'node:url';
import { ellipticToken, hmacToken } from '@signet/web/testing/made-tokens.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));
const noAudience = /aud/;

describeInBrowser('Advice on a token', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it('keeps its place while that on the next token is on its way, and is not read as if it were that', async () => {
    const { page, token, findings } = await openWorkbench(room, site.url);
    await paste(page, token, hmacToken('one secret').token);
    await findings.getByText(noAudience).first().waitFor();
    const count = await findings.getByRole('listitem').count();
    await page.evaluate(watchFindings);
    await paste(page, token, hmacToken('another secret', '{"sub":"another"}').token);
    const waiting = page.locator('html[data-waiting]');
    await waiting.waitFor();
    const { past, legible, moved } = JSON.parse((await waiting.getAttribute('data-waiting')) ?? '');
    expect(past).toBeGreaterThan(0);
    expect(legible).toBe(0);
    // A line between two findings comes or goes.
    expect(moved).toBeLessThanOrEqual(1);
    await expect.poll(() => page.locator('.finding-past').count()).toBe(0);
    expect(await findings.getByRole('listitem').count()).toBeGreaterThanOrEqual(count);
  });

  it('on the key stays, when only the token changes', async () => {
    const { page, token, key, word } = await openWorkbench(room, site.url);
    const signed = ellipticToken('first');
    await paste(page, token, signed.token);
    await paste(page, key, signed.key);
    await page.getByText('P-256 public key').waitFor();
    const facts = await page.locator('.key-facts').elementHandle();
    await paste(page, token, ellipticToken('second').token);
    await expect.poll(() => word.textContent()).toBe('Refused');
    await page.locator('.finding-past').first().waitFor({ state: 'detached' });
    expect(await facts?.evaluate((element) => element.isConnected)).toBe(true);
  });

  it('is gone with the token', async () => {
    const { page, token, findings } = await openWorkbench(room, site.url);
    await paste(page, token, hmacToken('one secret').token);
    await findings.getByText(noAudience).first().waitFor();
    await page.getByRole('button', { name: 'Clear token and key' }).click();
    expect(await page.locator('.finding').count()).toBe(0);
  });
});

/** Runs in the page. Notes of the first frame with past advice how much of it there is, and how many pixels it is higher or lower than before. */
function watchFindings(): void {
  const past = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.finding-past')];
  const heights = new Map<Element, number>();
  for (const finding of document.querySelectorAll<HTMLElement>('.finding')) {
    heights.set(finding, finding.offsetHeight);
  }
  const onFrame = (): void => {
    const found = past();
    if (found.length === 0) {
      requestAnimationFrame(onFrame);
      return;
    }
    const legible = found.filter(({ lastElementChild: said }) => said?.checkVisibility()).length;
    const moved = found.map((finding) => Math.abs(finding.offsetHeight - (heights.get(finding) ?? 0)));
    const waiting = { past: found.length, legible, moved: Math.max(...moved) };
    document.documentElement.dataset['waiting'] = JSON.stringify(waiting);
  };
  requestAnimationFrame(onFrame);
}
