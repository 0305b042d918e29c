import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence about refused requests, in one place for translation. */
const english = {
  page: 'Look at a refused request',
  verdict: 'The refused request',
  line: {
    empty: { word: 'Refusal', reason: 'Paste what a refusal said, to see why and how to mend it.' },
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
  said: {
    title: 'What the refusal says',
    empty: 'Code and meaning, what was expected, what came, and how to mend it.',
    pasted: 'As it was pasted; nothing of it is checked.',
    status: 'Status',
    code: 'Code',
    unknownCode: 'This code is not one of Signet’s.',
    meaning: 'Meaning',
    expected: 'Expected',
    actual: 'Came',
    fix: 'Mend',
    rule: 'Rule',
    docs: 'More',
    reference: 'Reference',
    scope: 'Scopes needed',
    onlyReference: 'The reference alone says nothing of the refusal. The record does.',
    challenge: {
      invalid_token:
        'The token cannot be accepted as it is: expired, revoked, changed or meant for something else.',
      insufficient_scope: 'The token is good, but does not carry what the route asks for.',
      invalid_request: 'The request presents its token in a way that cannot be accepted.',
      other: 'A challenge with an error that RFC 6750 does not name.',
      none: 'The route needs a token, and none came. There was nothing wrong with a token yet.',
    },
    noReference:
      'No reference came with it. Look for the header signet-reference, or the member reference of the body.',
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
      `Open the reference in the debugger of the Signet that refused the call, or run “npx signet explain ${reference}” where it runs.`,
    elsewhere: (issuer: string): string =>
      `The Signet behind this page is known as ${issuer}. Open its debugger there to sign in.`,
    notRead: 'The record could not be read.',
    signedIn: 'Signed in as administrator, in the memory of this page only.',
    signOut: 'Sign out',
    linkedTitle: 'What the link says',
    linked: 'Came with a link: whoever made the link chose what it says. Nothing was asked of any server.',
    expected: 'Expected',
    actual: 'Came',
    steps: 'Steps of the request',
    noSteps: 'No gateway decided this: the request ended before one, so there are no steps.',
    about: 'About the request',
    token: 'What the token said',
  },
  signIn: {
    title: 'Sign in to read the record',
    note: 'Only an administrator may read records.',
    sends: 'Name and password go to',
    asksThen: 'and then this is asked:',
    kept: 'No cookie is set. The session ends when you sign out, leave this view or close the page.',
    username: 'Name',
    password: 'Password',
    newPassword: 'New password',
    newPasswordNote: 'The password was for one time. Choose another one.',
    submit: 'Sign in and read',
    busy: 'Signing in',
    cancel: 'Not now',
    failed: 'Nothing that can be read came back. Try again.',
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
