import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** What is said to who must add an authenticator app to sign in, in one place for translation. */
const english = {
  title: 'Add an authenticator app',
  lead: 'Everybody needs a second factor here. You are signed in once you have one.',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./enrolment-words/zh.ts'),
  ja: () => import('./enrolment-words/ja.ts'),
  es: () => import('./enrolment-words/es.ts'),
  de: () => import('./enrolment-words/de.ts'),
});
