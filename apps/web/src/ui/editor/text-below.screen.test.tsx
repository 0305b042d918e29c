import { describe, expect, it } from 'vitest';
import { eachFrame } from '../../../testing/each-frame.ts';
import { screen } from '../../../testing/place.ts';
import { base64url } from '../../../testing/tokens.ts';
import { until } from '../../../testing/until.ts';
import { openWorkbench, paste } from '../../../testing/workbench.tsx';

/** Hyphens and underscores in it, as anywhere in base64url: lines may not be broken differently beside them. */
const payload = base64url(JSON.stringify({ text: 'a>b?c~'.repeat(1000) }));
const long = `eyJhbGciOiJIUzI1NiJ9.${payload}.AAAA`;

describe('A long token', () => {
  it.each([1440, 390])(
    'shows its start, which stays in place when the text below follows, %i pixels wide',
    async (width) => {
      const { token } = await openWorkbench({ viewport: { width, height: 900 } });
      const seen = watchEditor();
      await paste(token, long);
      await expect.poll(() => [...seen.lengths].at(-1)).toBe(long.length);
      const [first = 0, whole] = seen.lengths;
      expect(first).toBeLessThan(long.length / 2);
      expect(whole).toBe(long.length);
      // As high from the first frame on as it will be, and seen at its start.
      expect(seen.heights.size).toBe(1);
      expect([...seen.tops]).toEqual([0]);
      expect(await token.textContent()).toBe(long);
    },
  );

  it('is seen from its start when it takes the place of one that was scrolled', async () => {
    const { token } = await openWorkbench();
    await paste(token, long);
    await expect.poll(() => token.textContent()).toBe(long);
    const scroller = await until(editorScroller, () => 'the editor');
    scroller.scrollTop = 500;
    await paste(token, `${long}B`);
    await expect.poll(() => token.textContent()).toBe(`${long}B`);
    expect(scroller.scrollTop).toBe(0);
  });

  it('loses what stood around it, and is then seen whole', async () => {
    const { token } = await openWorkbench();
    const [errors, over] = [[] as string[], new AbortController()];
    addEventListener('error', ({ message }) => errors.push(message), { signal: over.signal });
    await paste(token, `Authorization: Bearer ${long}`);
    await expect.poll(() => token.textContent()).toBe(long);
    expect(errors).toEqual([]);
    over.abort();
  });

  it('is whole at once when it is typed on before the rest has followed', async () => {
    const { token } = await openWorkbench();
    typeAfterPaste();
    await paste(token, long);
    await expect.poll(() => token.textContent()).toBe(`${long}A`);
  });
});

describe('The name of an editor', () => {
  it('changes with the language, and leaves colours and what is wrong where they are', async () => {
    const { token } = await openWorkbench();
    await paste(token, `${long.slice(0, 30)}*${long.slice(31, 60)}.AAAA`);
    await screen.locator('.mark-fault').first().waitFor();
    const marks = (): number => screen.locator('.token-editor [class^=mark-]').count();
    const before = marks();
    await screen.getByLabel('Language').selectOption('Deutsch');
    await screen.getByRole('textbox', { name: 'Token: JSON Web Token einfügen' }).waitFor();
    expect(marks()).toBe(before);
    await screen.locator('.mark-fault').first().waitFor();
    await screen.getByRole('textbox', { name: 'Token: JSON Web Token einfügen' }).press('ControlOrMeta+z');
    await expect.poll(() => marks()).toBe(0);
  });
});

function editorScroller(): Element | undefined {
  return document.querySelector('.token-editor')?.shadowRoot?.querySelector('.cm-scroller') ?? undefined;
}

interface Seen {
  readonly lengths: Set<number>;
  readonly heights: Set<number>;
  readonly tops: Set<number>;
}

/** Notes frame by frame how much of the pasted text is laid out, how high it is, and how much is above the view. */
function watchEditor(): Seen {
  const seen: Seen = { lengths: new Set(), heights: new Set(), tops: new Set() };
  eachFrame(() => {
    const scroller = editorScroller();
    const line = scroller?.querySelector('.cm-line');
    if (!scroller || !line?.querySelector('.mark-payload')) return;
    seen.lengths.add(line.textContent.length);
    seen.heights.add(scroller.scrollHeight);
    seen.tops.add(scroller.scrollTop);
  });
  return seen;
}

/** Types a letter in the very task after the paste. */
function typeAfterPaste(): void {
  const type = (): void => queueMicrotask(() => document.execCommand('insertText', false, 'A'));
  addEventListener('paste', type, { once: true });
}
