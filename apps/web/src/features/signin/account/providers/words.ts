import { translated } from '../../../../ui/language/translated.ts';
import type { Translation } from '../../../../ui/language/translation.ts';

/** What is said of other providers on a person's own page, in one place for translation. */
const english = {
  title: 'Other ways to sign in',
  lead: 'Whoever is signed in there may be signed in here by it.',
  signsIn: (name: string, email: string | undefined): string =>
    email === undefined ? `${name} signs you in.` : `${name} signs you in, as ${email}.`,
  doesNot: (name: string) => `${name} does not sign you in.`,
  join: (name: string) => `Join ${name}`,
  part: (name: string) => `Part ${name}`,
  joined: 'From now on you can sign in with it.',
  parted: 'It signs you in no more.',
  proof: {
    lead: 'You have no password here. Show who you are in another way:',
    none: 'You have no password here. Set one by “Forgot your password?” on the sign-in page first.',
    mail: 'Mail me a code',
    mailAgain: 'Send another mail',
    code: 'Code of the mail',
    codeMissing: 'Enter the eight digits of the mail.',
    signIn: (name: string) => `Sign in once more with ${name}`,
    proven: 'You have just signed in once more. That proves one change, for ten minutes.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
