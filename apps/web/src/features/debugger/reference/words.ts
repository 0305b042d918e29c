import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence about refused requests, in one place for translation. */
const english = {
  page: 'Look at a refused request',
  verdict: 'The refused request',
  line: {
    empty: { word: 'Refusal', reason: 'Paste what a refusal said, to see why and how to fix it.' },
    reference: {
      word: 'Reference',
      reason: 'It names one request. Read the record to see what happened at each step.',
    },
    unread: { word: 'Not read', reason: 'This is no reference, problem document or challenge.' },
    refused: 'Refused',
    failed: 'Not answered',
    forwarded: 'Forwarded',
    linked: {
      word: 'From a link',
      reason: 'This explanation came with a link: whoever made the link chose what it says.',
    },
    badLink: {
      word: 'Not read',
      reason: 'The link carries no explanation that can be read. Ask for a new one, or for the reference.',
    },
  },
  text: {
    title: 'Refused request',
    label: 'Refusal: paste a reference, a problem document, a challenge or the whole answer',
    placeholder: 'req_…, the JSON body of the refusal, its WWW-Authenticate header, or all of curl -i',
    hint: 'Read in this page. Nothing is sent unless you ask for the record.',
    clear: 'Clear the refusal',
  },
  record: {
    title: 'What happened at each step',
    empty:
      'With its reference, an administrator can read the record of a request: every step, expected against actual.',
    read: 'Read the record',
    asks: (address: string): string => `Asks ${address} whether a Signet is here, then for an administrator.`,
    asksAgain: (address: string): string => `Asks ${address} with the sign-in you have.`,
    looking: 'Asking whether a Signet is here.',
    reading: 'Reading the record.',
    nobody: (origin: string): string =>
      `No Signet answers at ${origin}: this page is hosted without one behind it.`,
    nobodyFix: (reference: string): string =>
      `Open the reference in the debugger of the Signet that refused the call, or run “npx --no signet explain ${reference}” where it runs.`,
    elsewhere: (issuer: string): string =>
      `The Signet behind this page is known as ${issuer}. Open its debugger there to sign in.`,
    notRead: 'The record could not be read.',
    signedIn: 'Signed in as administrator, in the memory of this page only.',
    signOut: 'Sign out',
    linkedTitle: 'What the link says',
    linked: 'Came with a link: whoever made the link chose what it says. Nothing was asked of any server.',
  },
  signIn: {
    title: 'Sign in to read the record',
    note: 'Only an administrator may read records.',
    submit: 'Sign in and read',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
