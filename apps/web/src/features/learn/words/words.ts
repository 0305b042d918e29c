import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** The sentences of the learning page that belong to no single lesson. */
const english = {
  documentTitle: (chapter: string): string => `${chapter} — Learn — Signet`,
  navigation: 'Lessons',
  choose: 'Choose a lesson',
  groups: { lessons: 'Take a token apart', attacks: 'Attack lab' },
  next: 'Next',
  previous: 'Previous',
  copied: 'Copied',
  making: 'Making a token…',
  failed: 'This browser could not make the token. Its Web Crypto may lack the algorithm.',
  token: {
    title: 'A live token',
    note: 'made in this page',
    copy: 'Copy the token',
    label: 'The token',
    choose: 'Part of the token',
    again: 'Make a new one',
    spelt: 'As it travels',
    decoded: 'Decoded',
    bytes: (count: number): string => `${count} bytes`,
    showAll: (lines: number): string => `Show all ${lines} lines`,
  },
  parts: { header: 'Header', payload: 'Payload', signature: 'Signature' },
  signatureIs: (algorithm: string, bytes: number): string =>
    `${bytes} bytes, computed with ${algorithm} over the two parts before it and the dot between them. They decode to no text: only the key can tell whether they fit.`,
  open: {
    title: 'Your turn',
    text: 'Take the token of this chapter to the debugger: look at each claim, change a character, and read what it says.',
    action: 'Open in the debugger',
    withKey:
      'Its public key goes with it. The debugger will say so: whoever makes a link also chooses its key.',
    noKey: 'No key goes with it: a secret does not belong in a link.',
  },
  claims: {
    registered: 'Registered',
    public: 'Public',
    private: 'Private',
    meanings: {
      'https://shop.example/tier': 'Coined by the shop, under a domain of its own.',
      cart: 'Agreed on between the shop and its API.',
      beta: 'Agreed on between the shop and its API.',
    } as Readonly<Record<string, string>>,
  },
  algorithms: {
    caption: 'The same claims, signed with five algorithms',
    columns: ['Algorithm', 'Family', 'Signs', 'Verifies', 'Signature', 'Token'],
    symmetric: 'Symmetric',
    asymmetric: 'Asymmetric',
    secret: 'The secret',
    private: 'Private key',
    public: 'Public key',
    unsupported: 'not supported by this browser',
    bytes: (count: number): string => `${count} B`,
  },
  life: {
    title: 'The decision',
    clock: 'The clock',
    minutes: (count: number): string => {
      if (count === 0) return 'at issue';
      return count < 0 ? `${-count} min before issue` : `${count} min after issue`;
    },
    end: 'End the session',
    resume: 'Take it back',
    accepted: 'Accepted',
    refused: 'Refused',
    fine: 'Signature, issuer, audience and times are right, and the session is alive.',
    ended:
      'The session of this token was ended. Its signature is still right: only the list of ended sessions says so.',
    endedFix: 'Sign in again.',
  },
  rotation: {
    title: 'A family of refresh tokens',
    refresh: 'Refresh',
    steal: 'The thief presents the oldest one',
    again: 'Sign in again',
    columns: ['Client: the token', 'Issuer: its SHA-256', 'State'],
    caption: 'What the client holds, and what the issuer keeps',
    states: { current: 'Current', used: 'Used', ended: 'Ended' },
    alive: (generation: number): string => `Generation ${generation} is current. Each one works once.`,
    caught:
      'An old token came again: it was stolen, or the newest was. The whole family ends, and the thief has nothing.',
  },
  access: {
    title: 'Who may do what',
    who: 'Who calls',
    what: 'What for',
    callers: { customer: 'A customer', support: 'Support', auditor: 'An auditor' },
    requests: {
      'read-own': 'Read an order of one’s own',
      'read-other': 'Read an order of another customer',
      refund: 'Refund an order',
    },
    rules: {
      token: 'Token: signature, issuer, audience, times',
      scope: (scope: string): string => `Scope: \`scope\` has \`${scope}\``,
      attribute: 'Attribute: the order is one’s own, or `roles` has `support` or `auditor`',
      role: 'Role: `roles` has `support`',
    },
    passed: 'Yes',
    failed: 'No',
    allowed: 'Allowed: 200',
    forbidden: 'Forbidden: 403',
  },
  lab: {
    note: 'Everything here is computed in this page, with new keys for each run. The careless verifier was written to fall; do not copy it.',
    next: 'Next step',
    all: 'Show all steps',
    again: 'Start again with new keys',
    progress: (shown: number, total: number): string => `Step ${shown} of ${total}`,
    careless: 'The careless verifier',
    signet: 'Signet’s verifier',
    accepted: 'Accepted',
    refused: 'Refused',
    carelessSays: (subject: string, roles: string): string => `Welcome, ${subject}, with the role ${roles}.`,
    carelessNo: 'It does not let this token in.',
    fits: 'Signature, issuer, audience and times are right.',
    expected: 'Expected',
    actual: 'Got',
    fix: 'Fix',
    code: 'Code',
    source: 'The code of the careless verifier',
    sourceNote: 'The very file that ran.',
    remedies: 'What keeps you safe',
    token: 'Token',
  },
  crack: {
    title: 'Choose a secret, and watch it being found',
    secret: 'The secret of the API',
    hint: 'Try one that you would remember. Up to 31 characters: 32 is what HS256 asks for.',
    start: 'Crack it',
    stop: 'Stop',
    ready: (total: string): string =>
      `${total} guesses are ready: a few hundred words, and how people vary them.`,
    progress: (tried: string, total: string): string => `${tried} of ${total} guesses`,
    progressLabel: 'Progress of the search',
    found: (secret: string, tried: string): string => `Found after ${tried} guesses: ${secret}`,
    notFound: (total: string): string =>
      `Not among ${total} guesses. A real attacker has billions: not found here is not strong.`,
    cancelled: (tried: string): string => `Stopped after ${tried} guesses.`,
  },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./zh/words.ts'),
  ja: () => import('./ja/words.ts'),
  es: () => import('./es/words.ts'),
  de: () => import('./de/words.ts'),
});
