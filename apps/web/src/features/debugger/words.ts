import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** The names of the debugger’s desks, in one place for translation. */
const english = {
  modes: { title: 'What to do', inspect: 'Inspect', sign: 'Sign', compare: 'Compare', refusal: 'Refusal' },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
