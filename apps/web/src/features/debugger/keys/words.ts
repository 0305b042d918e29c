import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** What is said of the key that a reader gives, in one place for translation. */
const english = {
  password: {
    label: 'Password of the key',
    note: 'The key is encrypted. The password stays in this page.',
    waiting: 'The key is encrypted. Give its password to use it.',
    fix: 'Give the password below the key.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
