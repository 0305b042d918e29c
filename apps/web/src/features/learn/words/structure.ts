import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Structure',
  lead: 'A JSON Web Token is a short signed letter: three pieces of text with a dot between them.',
  blocks: [
    text(
      'The token below was signed in this page a moment ago. Choose a part to take it out and read it. Nothing in it is secret: whoever holds the token can read it, as base64url is a spelling and no encryption (RFC 7515 §2).',
    ),
    exhibit('anatomy'),
    heading('What each part is for'),
    points(
      [
        'Header',
        'How the token is signed: the algorithm `alg`, the kind of token `typ`, and which key, `kid`. It is the first thing read and the last thing to be believed (RFC 7515 §4).',
      ],
      ['Payload', 'What the token says. In a JWT it is a JSON object of claims (RFC 7519 §4).'],
      [
        'Signature',
        'Computed over header, dot and payload exactly as they are written. Change one character of either, and it no longer fits (RFC 7515 §5.1).',
      ],
    ),
    heading('Its relatives'),
    points(
      ['JWS', 'The signed form you see here (RFC 7515 §3). A JWT is nearly always one.'],
      [
        'JWE',
        'The encrypted form, with five segments. Take it when those who carry the token must not read it (RFC 7516 §3).',
      ],
      [
        'JWK',
        'A key written as JSON, and a set of them is a JWKS: this is how an issuer publishes its keys (RFC 7517 §4, RFC 7517 §5).',
      ],
    ),
  ],
};

export const structure: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/structure.ts'),
  ja: () => import('./ja/structure.ts'),
  es: () => import('./es/structure.ts'),
  de: () => import('./de/structure.ts'),
});
