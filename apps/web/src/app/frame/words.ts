import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** Every sentence of the frame around the pages, in one place for translation. */
const english = {
  product: 'Signet',
  pagesLabel: 'Pages',
  pages: { debugger: 'Debugger', learn: 'Learn', libraries: 'Libraries', errors: 'Errors' },
  skip: {
    debugger: 'Skip to the token',
    learn: 'Skip to the lesson',
    libraries: 'Skip to the libraries',
    errors: 'Skip to the codes',
  },
  privacy: 'Nothing leaves this page',
  privacyHint: 'Tokens and keys are read in your browser. The page sends no request after it has loaded.',
  asks: 'Asks only what you agree to',
  asksHint:
    'What is sent from here goes out when you press its button, and its address is shown before. Tokens and keys are read in your browser.',
  language: 'Language',
  theme: 'Theme',
  themes: { light: 'Light', auto: 'System', dark: 'Dark' },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
