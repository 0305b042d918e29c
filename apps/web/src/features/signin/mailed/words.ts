import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the screens to which mailed links lead, and of the one that asks for such a link. */
const english = {
  forgotten: {
    title: 'Forgot your password?',
    lead: 'Enter your username or your email address. If there is such an account, a link for a new password goes to its address.',
    field: 'Username or email address',
    missing: 'Enter your username or your email address.',
    action: 'Send the link',
    back: 'Back to sign in',
    sentTitle: 'Look at your mail',
    sent: [
      'If there is such an account, and its email address is confirmed, a link is on its way. It is good for half an hour.',
      'Nothing came? Look among unwanted mail, then ask whoever runs this Signet.',
    ],
  },
  reset: {
    title: 'Choose a new password',
    lead: 'All sessions of your account end, and you sign in again with the new password.',
    field: 'New password',
    missing: 'Enter a new password.',
    action: 'Save the password',
    doneTitle: 'Your password is changed',
    done: 'Sign in with it from now on. You are signed out everywhere.',
    signIn: 'Sign in',
    again: 'Ask for a new link',
  },
  confirm: {
    title: 'Confirm your email address',
    lead: 'From then on, mail for your account goes to this address.',
    action: 'Confirm',
    doneTitle: 'Your address is confirmed',
    done: (address: string) => `Mail for your account goes to ${address}.`,
    account: 'Open my account',
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
