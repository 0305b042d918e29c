import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** The sentences of the page for addresses without one, as they stand in `404.html`. */
const english = {
  document: 'Signet — No such page',
  title: 'There is no page at this address',
  lead: 'It may have been mistyped, or come with a link from somewhere else.',
  back: 'Open the debugger',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
