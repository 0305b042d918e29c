import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** What is said where somebody signs in by a passkey, in one place for translation. */
const english = {
  signIn: 'Sign in with a passkey',
  instead: 'Use a passkey',
  use: 'Use your passkey',
  lead: (person: string) => `${person} has a passkey. Your device asks for your finger, your face or a PIN.`,
  none: 'No passkey was used. Try again, or sign in in another way.',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
