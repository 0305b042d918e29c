import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the screens by which a person makes an account. */
const english = {
  link: 'Create an account',
  ask: {
    title: 'Create an account',
    lead: 'Enter your email address. A link goes there, by which you choose a username and a password.',
    field: 'Email address',
    missing: 'Enter your email address, such as name@example.org.',
    action: 'Send the link',
    back: 'Back to sign in',
    sentTitle: 'Look at your mail',
    sent: [
      'A mail is on its way to this address. Its link is good for a day.',
      'Nothing came? Look among unwanted mail, then ask whoever runs this Signet.',
    ],
  },
  complete: {
    title: 'Choose a username and a password',
    lead: 'With these you sign in from now on.',
    missing: 'Enter a username.',
    action: 'Create the account',
    doneTitle: 'Your account is made',
    done: (person: string) => `Your username is ${person}. Sign in with it.`,
    again: 'Ask for a new link',
  },
  busy: 'One moment',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
