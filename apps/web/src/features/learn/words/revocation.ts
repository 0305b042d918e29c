import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, steps, table, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Revocation',
  lead: 'A signature cannot be taken back. So whoever decides must learn of the end in another way.',
  blocks: [
    table(
      'Ways to end a token before its time',
      ['Way', 'Takes effect', 'Costs', 'Good for'],
      [
        ['Short life', 'After minutes', 'Nothing', 'Every system; the floor under all other ways'],
        [
          'Ending the refresh token (RFC 7009 §2)',
          'When the access token expires',
          'One call to the issuer',
          'Signing out of an application',
        ],
        [
          'A list of ended sessions, fed to every gateway',
          'In seconds or less',
          'Memory, and a feed that does not lose entries',
          'Signing out for certain, stolen tokens',
        ],
        [
          'Introspection (RFC 7662 §2)',
          'At once',
          'A question to the issuer for each request',
          'Few requests with much at stake',
        ],
        [
          'Changing the signing key',
          'When the verifiers read the keys again',
          'Ends every token of the key',
          'A stolen signing key, nothing else',
        ],
      ],
    ),
    heading('A list, done rightly'),
    steps(
      [
        'Name the session, not only the token',
        'With `sid` in every token, one entry ends all tokens of the session, also those you have not seen.',
      ],
      [
        'Number the entries',
        'A gateway that missed number 41 notices it at 42 and asks again. A message that is lost must not bring a token back to life.',
      ],
      ['Forget in time', 'An entry may go when the last token it concerns has expired by itself.'],
      [
        'Fail closed',
        'A gateway that does not know the list does not know whom to refuse: it must refuse, or say loudly that it does not.',
      ],
    ),
    text('The token below carries `sid` and `jti`, the two names by which it can be ended.'),
    exhibit('anatomy'),
  ],
};

export const revocation: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/revocation.ts'),
  ja: () => import('./ja/revocation.ts'),
  es: () => import('./es/revocation.ts'),
  de: () => import('./de/revocation.ts'),
});
