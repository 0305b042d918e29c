import { LearnApp } from '../src/app/learn/learn-app.tsx';
import { screen } from './place.ts';
import { type Look, render } from './render.tsx';

/** Opens the learning page at a chapter, and waits until its token is made. */
export async function openChapter(name: string, look?: Look): Promise<void> {
  history.replaceState(null, '', `#${name}`);
  await render(<LearnApp />, look);
  await ready();
}

/** Goes to another chapter in the same document, as its link does. */
export async function goToChapter(name: string): Promise<void> {
  location.hash = name;
  await screen.locator(`.chapter-nav [href="#${name}"][aria-current="page"]`).waitFor({ state: 'attached' });
  await ready();
}

/** Plays an attack to its end. */
export async function playAttack(name: string): Promise<void> {
  if (name === 'weak-secret') await screen.getByRole('button', { name: 'Crack it' }).click();
  await screen.getByRole('button', { name: 'Show all steps' }).click();
  await screen.getByRole('link', { name: 'Open in the debugger' }).waitFor();
}

/** A lesson ends in the link to the debugger; an attack begins with its first step or its form. */
async function ready(): Promise<void> {
  await screen.locator('.open-in-debugger, .attack-step, .crack').first().waitFor();
}
