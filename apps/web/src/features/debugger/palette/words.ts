import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** The names of the commands, in one place for translation. */
const english = {
  title: 'Commands',
  filter: 'What do you want to do?',
  none: 'No command of that name.',
  keys: '↑ ↓ choose · Enter runs · Escape closes · Ctrl or ⌘ K, or ?, opens this again',
  panels: 'Panels',
  inspect: 'Inspect a token',
  sign: 'Sign a token',
  compare: 'Compare two tokens',
  refusal: 'Look at a refused request',
  checkNow: 'Check the token now',
  tour: 'What am I looking at?',
  history: 'Tokens you have looked at',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
