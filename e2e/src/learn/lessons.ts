import type { BrowserContextOptions, Page } from 'playwright-core';
import type { BrowserRoom } from '../browser/with-browser.ts';

/** Opens the learning page at a chapter, and waits until its token is made. */
export async function openChapter(
  room: BrowserRoom,
  site: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await room.open(options);
  const page = await context.newPage();
  await page.goto(`${site}learn/#${name}`);
  await ready(page);
  return page;
}

/** Goes to another chapter in the same document, as its link does. */
export async function goToChapter(page: Page, name: string): Promise<void> {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, name);
  await page.locator(`.chapter-nav [href="#${name}"][aria-current="page"]`).waitFor({ state: 'attached' });
  await ready(page);
}

/** Plays an attack to its end. */
export async function playAttack(page: Page, name: string): Promise<void> {
  if (name === 'weak-secret') await page.getByRole('button', { name: 'Crack it' }).click();
  await page.getByRole('button', { name: 'Show all steps' }).click();
  await page.getByRole('link', { name: 'Open in the debugger' }).waitFor();
}

/** A lesson ends in the link to the debugger; an attack begins with its first step or its form. */
async function ready(page: Page): Promise<void> {
  await page.locator('.open-in-debugger, .attack-step, .crack').first().waitFor();
}
