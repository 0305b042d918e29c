import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** What is said of a refused request, in one place for translation. */
const english = {
  said: {
    title: 'What the refusal says',
    empty: 'Code and meaning, what was expected, what was received, and how to fix it.',
    pasted: 'As it was pasted; nothing of it is checked.',
    status: 'Status',
    code: 'Code',
    unknownCode: 'This code is not one of Signet’s.',
    meaning: 'Meaning',
    description: 'As it came',
    expected: 'Expected',
    actual: 'Got',
    fix: 'Fix',
    rule: 'Rule',
    reference: 'Reference',
    scope: 'Scopes needed',
    onlyReference: 'The reference alone says nothing of the refusal. The record does.',
    challenge: {
      invalid_token:
        'The token cannot be accepted as it is: expired, revoked, changed or meant for something else.',
      insufficient_scope: 'The token is good, but does not carry what the route asks for.',
      insufficient_user_authentication:
        'The token is good, but of a sign-in that is too weak or too long ago for the route.',
      invalid_request: 'The request presents its token in a way that cannot be accepted.',
      other: 'A challenge with an error that RFC 6750 does not name.',
      none: 'The route needs a token, and none came. There was nothing wrong with a token yet.',
    },
    noReference:
      'No reference came with it. Look for the header signet-reference, or the member reference of the body.',
  },
  steps: {
    expected: 'Expected',
    actual: 'Got',
    title: 'Steps of the request',
    none: 'No gateway decided this: the request ended before one, so there are no steps.',
  },
  about: 'About the request',
  token: 'What the token said',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
