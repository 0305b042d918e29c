import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from '../browser/with-browser.ts';
import { type Site, serveFolder } from '../site/serve-folder.ts';
import { openWorkbench, paste } from './workbench.ts';

const built = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

/** Hyphens and underscores in it, as anywhere in base64url: lines may not be broken differently beside them. */
const payload = Buffer.from(JSON.stringify({ text: 'a>b?c~'.repeat(1000) })).toString('base64url');
/** In pixels, about. */
const lineHeight = 20;
const long = `eyJhbGciOiJIUzI1NiJ9.${payload}.AAAA`;

describeInBrowser('A long token', (room) => {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(built);
  });
  afterAll(() => site.close());

  it.each([1440, 390])(
    'stays in place when the text above its end follows, %i pixels wide',
    async (width) => {
      const { page, token } = await openWorkbench(room, site.url, { viewport: { width, height: 900 } });
      await page.evaluate(watchEditor);
      await paste(page, token, long);
      const seen = page.locator('html');
      await expect.poll(() => seen.getAttribute('data-lengths')).toMatch(new RegExp(`^\\d+ ${long.length}$`));
      const [first = '', whole] = (await seen.getAttribute('data-lengths'))?.split(' ') ?? [];
      expect(Number(first)).toBeLessThan(long.length / 2);
      expect(whole).toBe(String(long.length));
      // As high from the first frame on as it will be, and seen at its end.
      expect((await seen.getAttribute('data-heights'))?.split(' ')).toHaveLength(1);
      await expect.poll(async () => Number(await seen.getAttribute('data-below'))).toBeLessThan(lineHeight);
      expect(await token.textContent()).toBe(long);
    },
  );

  it('loses what stood around it, and is then seen whole', async () => {
    const { page, token } = await openWorkbench(room, site.url);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await paste(page, token, `Authorization: Bearer ${long}`);
    await expect.poll(() => token.textContent()).toBe(long);
    expect(errors).toEqual([]);
  });

  it('is whole at once when it is typed on before the rest has followed', async () => {
    const { page, token } = await openWorkbench(room, site.url);
    await page.evaluate(typeAfterPaste);
    await paste(page, token, long);
    await expect.poll(() => token.textContent()).toBe(`${long}A`);
  });
});

/** Runs in the page. Notes frame by frame how much of the pasted text is laid out, how high it is, and how much is below the view. */
function watchEditor(): void {
  const { dataset } = document.documentElement;
  const [lengths, heights] = [new Set<number>(), new Set<number>()];
  const look = (): void => {
    const scroller = document.querySelector('.token-editor')?.shadowRoot?.querySelector('.cm-scroller');
    const line = scroller?.querySelector('.cm-line');
    if (scroller && line?.querySelector('.mark-signature')) {
      lengths.add(line.textContent.length);
      heights.add(scroller.scrollHeight);
      dataset['lengths'] = [...lengths].join(' ');
      dataset['heights'] = [...heights].join(' ');
      dataset['below'] = String(scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop);
    }
    requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page. Types a letter in the very task after the paste. */
function typeAfterPaste(): void {
  addEventListener('paste', () => queueMicrotask(() => document.execCommand('insertText', false, 'A')));
}
