import { describe, expect, it } from 'vitest';
import { eachFrame } from '../../../testing/each-frame.ts';
import { base64url } from '../../../testing/tokens.ts';
import { violations } from '../../../testing/violations.ts';
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

/** An unsigned token of these claims. */
function tokenWith(claims: object): string {
  return `eyJhbGciOiJIUzI1NiJ9.${base64url(JSON.stringify(claims))}.AAAA`;
}

describe('Names and values of claims', () => {
  it.each([1440, 390])('stand in one column each, whatever the names, within %i pixels', async (width) => {
    const { token, part } = await openWorkbench({ viewport: { width, height: 900 } });
    await paste(
      token,
      tokenWith({ [`https://namespace.example/${'a'.repeat(200)}`]: ['admin'], a: 1, text: 'b'.repeat(900) }),
    );
    await part('Payload').getByText('["admin"]').waitFor();
    const cells = [...document.querySelectorAll('.decoded-payload tbody td:nth-child(2)')];
    expect(new Set(cells.map((cell) => cell.getBoundingClientRect().left)).size).toBe(1);
    expect(new Set(cells.map((cell) => cell.getBoundingClientRect().right)).size).toBe(1);
    const panel = (await part('Payload').boundingBox()).right;
    for (const cell of cells) expect(cell.getBoundingClientRect().right).toBeLessThanOrEqual(panel);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  it('are shortened in the middle where they are long, and opened whole', async () => {
    const { token, part } = await openWorkbench();
    const text = `start ${'b'.repeat(900)} end`;
    await paste(token, tokenWith({ text }));
    const value = part('Payload').locator('.claim-value');
    await value.getByText('end"').waitFor();
    expect((await value.textContent()).length).toBeLessThan(130);
    await part('Payload').getByRole('button', { name: 'Show whole' }).click();
    expect(await value.textContent()).toBe(`"${text}"`);
    await part('Payload').getByRole('button', { name: 'Shorten' }).click();
    expect((await value.textContent()).length).toBeLessThan(130);
  });

  it('open as a tree where they are nested, a large one at a press', async () => {
    const { token, part } = await openWorkbench();
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`m${at}`, { at }]));
    await paste(token, tokenWith({ address: { zip: { code: 1, ext: 'abc' } }, many }));
    await part('Payload').getByText('"abc"').waitFor();
    const members = part('Payload').locator('.claim-member');
    expect(members.allTextContents()).toEqual(['zip', 'code', 'ext']);
    await part('Payload').getByRole('button', { name: '150 members' }).click();
    await part('Payload').getByText('m99', { exact: true }).waitFor();
    expect(part('Payload').getByText('m100', { exact: true }).count()).toBe(0);
    await part('Payload').getByRole('button', { name: 'Show all 150 members' }).click();
    await part('Payload').getByText('m149', { exact: true }).waitFor();
    expect(await violations()).toEqual([]);
  });

  it('cannot break out of their cell: what hides, reorders or ends a line is escaped', async () => {
    const { token, part } = await openWorkbench();
    await paste(token, tokenWith({ 'a\u202eb\n\nVerified': { 'c\u200bd': 'e\u2066f' } }));
    await part('Payload').getByText('"e\\u2066f"').waitFor();
    expect(await part('Payload').getByRole('rowheader').textContent()).toBe('a\\u202eb\\n\\nVerified');
    expect(await part('Payload').locator('.claim-member').textContent()).toBe('c\\u200bd');
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
