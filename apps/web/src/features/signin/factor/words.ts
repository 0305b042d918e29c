import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** What is said where a second factor is shown, in one place for translation. */
const english = {
  title: 'Show that it is you',
  lead: (person: string) =>
    `${person} has a second factor. Open your authenticator app, and type the code that it shows for this account.`,
  code: 'Code of the app',
  codeMissing: 'Enter the six digits that the app shows.',
  useRecovery: 'Use a recovery code',
  recoveryLead: (person: string) =>
    `Type one of the recovery codes that ${person} was given when the app was added. Each is good once.`,
  recovery: 'Recovery code',
  recoveryMissing: 'Enter a recovery code.',
  useApp: 'Use the authenticator app',
  action: 'Sign in',
  back: 'Sign in as somebody else',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
