import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** Every sentence of the hosted screens, in one place for translation. */
const english = {
  signIn: {
    title: 'Sign in',
    goesOn: (app: string) => `You then go on to ${app}.`,
    username: 'Username',
    password: 'Password',
    show: 'Show password',
    hide: 'Hide password',
    action: 'Sign in',
    busy: 'Signing in',
    forgotten: 'Forgot your password?',
    cancel: (app: string) => `Cancel and go back to ${app}`,
    usernameMissing: 'Enter your username.',
    usernameForm: 'A username has letters, digits and the signs . _ @ - only.',
    passwordMissing: 'Enter your password.',
  },
  known: {
    title: (person: string) => `You are signed in as ${person}`,
    action: (person: string) => `Continue as ${person}`,
    another: 'Use another account',
  },
  change: {
    title: 'Choose a password of your own',
    lead: (person: string) =>
      `The password of ${person} was made for one use. From now on, sign in with the one that you choose here.`,
    field: 'New password',
    missing: 'Enter a new password.',
    rules: [
      'At least 10 characters; capitals, digits and signs are not asked for.',
      'Not a common password, a date, or keys that lie side by side.',
      'Not made from your username or the name of this service.',
    ],
    action: 'Save and sign in',
    back: 'Sign in as somebody else',
  },
  wait: {
    left: (time: string) => `You can try again in ${time}.`,
    over: 'You can try again now.',
    why: 'A device that signed in to this account before is not slowed down by others.',
  },
  fault: {
    title: 'The server does not answer as it should',
    nobody: 'No answer came. Check your connection and try again.',
    offline: 'You are not connected. Connect, and try again.',
    again: 'Try again',
    reference: (reference: string) => `Reference: ${reference}`,
  },
  choice: {
    title: (app: string) => `Go on to ${app} for which organisation?`,
    find: 'Find an organisation',
    noneFits: 'No organisation of yours is called so.',
    without: 'Go on without an organisation',
  },
  consent: {
    title: (app: string) => `${app} asks for access`,
    signedInAs: (person: string) => `You are signed in as ${person}.`,
    actsIn: (organization: string) => `The app acts in the name of ${organization}.`,
    forDevice:
      'This signs in a device that shows a code. Allow it only if you have that device before you: whoever sent you the code would be signed in as you.',
    asks: 'If you allow it, the app can:',
    asksMore: 'If you allow it, the app can also:',
    agreedBefore: 'You allowed it before to:',
    scopes: {
      openid: 'know that it is you',
      profile: 'read your name and profile',
      email: 'read your email address',
      phone: 'read your phone number',
      address: 'read your postal address',
      offline_access: 'stay signed in for you while you are away',
    },
    scopeOfApi: 'use this right in your name',
    audience: 'With this API:',
    allow: 'Allow',
    deny: 'Deny',
  },
  signedOut: {
    title: 'You are signed out',
    lines: [
      'This browser holds nothing of your session any more.',
      'An app that you went on to may show what it has until it is closed or asks again.',
    ],
    again: 'Sign in again',
  },
  leaving: (app: string) => `Going on to ${app}`,
  loading: 'Loading',
  lost: {
    title: 'This sign-in is over',
    lead: 'Its link was used before, or it waited for too long. Nothing was done.',
    fix: 'Go back to the app, and sign in from there again.',
    account: 'Open my account',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
