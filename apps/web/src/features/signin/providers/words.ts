import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** What is said where another provider signs a person in. */
const english = {
  continueWith: (provider: string) => `Continue with ${provider}`,
  /** Stands for the name, which is not known here yet. */
  person: 'Your account',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
