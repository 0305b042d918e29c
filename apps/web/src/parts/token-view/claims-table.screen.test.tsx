import { describe, expect, it } from 'vitest';
import { eachFrame } from '../../../testing/each-frame.ts';
import { base64url } from '../../../testing/tokens.ts';
import { openWorkbench, paste } from '../../../testing/workbench.tsx';

/** An unsigned token whose claims all bear its name. */
function tokenOf(name: string, count: number): string {
  const claims = Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}_${at}`, at]));
  return `eyJhbGciOiJIUzI1NiJ9.${base64url(JSON.stringify(claims))}.AAAA`;
}

describe('A token of many claims', () => {
  it('is shown with all of them on request, in the order of the token, and found by readers of the screen', async () => {
    const { token, part } = await openWorkbench();
    await paste(token, tokenOf('first', 450));
    const headers = part('Payload').getByRole('rowheader');
    await headers.filter({ hasText: /^first_199$/ }).waitFor();
    expect(headers.count()).toBe(200);
    await part('Payload').getByRole('button', { name: /450/ }).click();
    await headers.filter({ hasText: /^first_449$/ }).waitFor();
    expect(headers.allTextContents()).toEqual(Array.from({ length: 450 }, (_, at) => `first_${at}`));
  });

  it('leaves none of them in sight, in any frame, when another token takes its place', async () => {
    const { token, part } = await openWorkbench();
    await paste(token, tokenOf('first', 300));
    await part('Payload').getByRole('button', { name: /300/ }).click();
    const headers = part('Payload').getByRole('rowheader');
    await headers.filter({ hasText: /^first_299$/ }).waitFor();
    const counts = watchMixedFrames();
    await paste(token, tokenOf('second', 250));
    await headers.filter({ hasText: /^second_199$/ }).waitFor();
    expect(counts.mixed).toBe(0);
    expect(counts.frames).toBeGreaterThan(0);
    expect(headers.count()).toBe(200);
    expect(headers.filter({ hasText: 'first' }).count()).toBe(0);
  });
});

/** Counts frames that begin with a claim of each token in sight. */
function watchMixedFrames(): Readonly<Record<'frames' | 'mixed', number>> {
  const [counts, texts] = [{ frames: 0, mixed: 0 }, ['first_', 'second_'] as const];
  eachFrame(() => {
    const names = [...document.querySelectorAll('.decoded-payload tbody th')]
      .filter((name) => name.checkVisibility())
      .map(({ textContent }) => textContent);
    const seen = texts.map((text) => names.some((name) => name.startsWith(text)));
    if (seen[1]) counts.frames += 1;
    if (seen[0] && seen[1]) counts.mixed += 1;
  });
  return counts;
}
