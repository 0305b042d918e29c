import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** What is said where somebody signs in by a mail, in one place for translation. */
const english = {
  offer: 'Sign in by mail',
  title: 'Sign in by mail',
  lead: 'You are sent a code and a link, to the address that you confirmed.',
  name: 'Username or email address',
  nameMissing: 'Enter your username or your email address.',
  ask: 'Send the mail',
  sentTitle: 'Look into your mail',
  sentLead: (name: string) =>
    `If ${name} belongs to an account with a confirmed address, a mail is on its way to it. Type its code here, or open its link in this browser. Both are good for ten minutes.`,
  code: 'Code of the mail',
  codeMissing: 'Enter the eight digits of the mail.',
  signIn: 'Sign in',
  again: 'Send another mail',
  back: 'Sign in in another way',
  elsewhereTitle: 'This link is for another browser',
  elsewhere: [
    'It signs you in only in the browser in which you asked for the mail.',
    'Open it there, or type the code of the mail on the page that waits for it.',
  ],
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
