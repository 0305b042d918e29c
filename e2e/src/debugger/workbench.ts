import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { BrowserRoom } from '../browser/with-browser.ts';

/** The debugger as a reader meets it: by names and roles. */
export interface Workbench {
  readonly page: Page;
  readonly token: Locator;
  readonly key: Locator;
  readonly word: Locator;
  readonly reason: Locator;
  readonly findings: Locator;
  readonly part: (name: 'Header' | 'Payload') => Locator;
}

/** Opens the debugger and waits until it can be typed into. */
export async function openWorkbench(
  room: BrowserRoom,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Workbench> {
  const context = await room.open(options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(url);
  const token = page.getByRole('textbox', { name: /^Token/ });
  await token.waitFor();
  return {
    page,
    token,
    key: page.getByRole('textbox', { name: /^Key/ }),
    word: page.getByTestId('verdict-word'),
    reason: page.getByTestId('verdict-reason'),
    findings: page.getByRole('region', { name: 'Findings' }),
    part: (name) => page.getByRole('region', { name, exact: true }),
  };
}

/** Pastes through the clipboard with the keyboard, as people do; what stood there is replaced. */
export async function paste(page: Page, field: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}
