import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the screen on which a person answers the invitation of an organisation. */
const english = {
  title: (organization: string) => `${organization} invites you`,
  lead: (address: string) => `The invitation went to ${address}.`,
  accept: 'Accept',
  decline: 'Decline',
  signIn: (organization: string) => `Sign in to accept the invitation of ${organization}.`,
  otherAccount: 'Sign in with another account',
  newAccount: 'To accept, choose a username and a password. With these you sign in from now on.',
  create: 'Create the account and accept',
  usernameMissing: 'Enter a username.',
  otherwise:
    'You have an account with another address? Confirm this address for it on your own page first, then open the link once more.',
  joined: (organization: string) => `You are in ${organization}`,
  joinedLine: 'Apps offer it from your next sign-in on. You leave it on your own page.',
  made: (person: string) => `Your account is made. Your username is ${person}.`,
  signInNow: 'Sign in',
  declined: (organization: string) => `You declined the invitation of ${organization}`,
  declinedLine: 'Nothing was made, and the link is good for nothing any more.',
  overTitle: 'The invitation is not open',
  over: 'Ask whoever invited you for a new one.',
  account: 'Open my account',
  busy: 'One moment',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
