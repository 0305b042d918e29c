import { describe, expect, it } from 'vitest';
import { eachFrame } from '../../../testing/each-frame.ts';
import { base64url } from '../../../testing/tokens.ts';
import { openWorkbench, paste } from '../../../testing/workbench.tsx';

/** Hyphens and underscores in it, as anywhere in base64url: lines may not be broken differently beside them. */
const payload = base64url(JSON.stringify({ text: 'a>b?c~'.repeat(1000) }));
/** In pixels, about. */
const lineHeight = 20;
const long = `eyJhbGciOiJIUzI1NiJ9.${payload}.AAAA`;

describe('A long token', () => {
  it.each([1440, 390])(
    'stays in place when the text above its end follows, %i pixels wide',
    async (width) => {
      const { token } = await openWorkbench({ viewport: { width, height: 900 } });
      const seen = watchEditor();
      await paste(token, long);
      await expect.poll(() => [...seen.lengths].at(-1)).toBe(long.length);
      const [first = 0, whole] = seen.lengths;
      expect(first).toBeLessThan(long.length / 2);
      expect(whole).toBe(long.length);
      // As high from the first frame on as it will be, and seen at its end.
      expect(seen.heights.size).toBe(1);
      await expect.poll(() => seen.below).toBeLessThan(lineHeight);
      expect(await token.textContent()).toBe(long);
    },
  );

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

interface Seen {
  readonly lengths: Set<number>;
  readonly heights: Set<number>;
  below: number;
}

/** Notes frame by frame how much of the pasted text is laid out, how high it is, and how much is below the view. */
function watchEditor(): Seen {
  const seen: Seen = { lengths: new Set(), heights: new Set(), below: Number.NaN };
  eachFrame(() => {
    const scroller = document.querySelector('.token-editor')?.shadowRoot?.querySelector('.cm-scroller');
    const line = scroller?.querySelector('.cm-line');
    if (!scroller || !line?.querySelector('.mark-signature')) return;
    seen.lengths.add(line.textContent.length);
    seen.heights.add(scroller.scrollHeight);
    seen.below = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  });
  return seen;
}

/** Types a letter in the very task after the paste. */
function typeAfterPaste(): void {
  const type = (): void => queueMicrotask(() => document.execCommand('insertText', false, 'A'));
  addEventListener('paste', type, { once: true });
}
