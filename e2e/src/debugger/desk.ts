import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { BrowserRoom } from '../browser/with-browser.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

/** The signing desk, as a reader meets it. */
export async function openDesk(
  room: BrowserRoom,
  url: string,
  options?: Parameters<BrowserRoom['open']>[0],
): Promise<Workbench> {
  const bench = await openWorkbench(room, url, options);
  await bench.page.getByText('Sign', { exact: true }).click();
  await bench.page.getByTestId('signed-token').waitFor();
  return bench;
}

interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Both colour schemes at both widths that every screen is looked at in. */
export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ].map((viewport) => ({ colorScheme, viewport, name: `${viewport.width} px, ${colorScheme}` })),
);

export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** How far the page is wider than the window, in pixels. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** The token once its header or payload, as text, holds all of this. */
export async function tokenWith(page: Page, segment: 0 | 1, ...parts: readonly string[]): Promise<string> {
  const token = await page.waitForFunction(
    ([index, wanted]) => {
      const text = document.querySelector('[data-testid=signed-token]')?.textContent ?? '';
      const encoded = (text.split('.')[index] ?? '').replaceAll('-', '+').replaceAll('_', '/');
      const decoded = atob(encoded);
      return wanted.every((part) => decoded.includes(part)) && text;
    },
    [segment, parts] as const,
  );
  return String(await token.jsonValue());
}

export function partOf(token: string, segment: 0 | 1): string {
  return Buffer.from(token.split('.')[segment] ?? '', 'base64url').toString();
}

/** Goes on by Tab until the focus, inside shadow roots too, is on what has this name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const namedBy = document.getElementById(element?.getAttribute('aria-labelledby') ?? '');
      return element?.getAttribute('aria-label') ?? (namedBy ?? element)?.textContent;
    });
    if (focused === name) return;
  }
  throw new Error(`No press of Tab reached "${name}".`);
}
