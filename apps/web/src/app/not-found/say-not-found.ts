import { startLanguage } from '../../ui/language/use-language.ts';
import { pages } from '../frame/pages.ts';
import { words as frameWords } from '../frame/words.ts';
import { words } from './words.ts';

/**
 * Says in the language of the reader what `404.html` says in English. The page itself is whole without it: it may be
 * all that a host serves.
 */
export async function sayNotFound(): Promise<void> {
  await startLanguage();
  document.title = words.document;
  for (const name of ['title', 'lead', 'back'] as const) say(`[data-says="${name}"]`, words[name]);
  for (const page of pages) say(`[data-page="${page}"]`, frameWords.pages[page]);
  document.querySelector('.top-bar-pages')?.setAttribute('aria-label', frameWords.pagesLabel);
}

function say(place: string, text: string): void {
  const element = document.querySelector(place);
  if (element) element.textContent = text;
}
