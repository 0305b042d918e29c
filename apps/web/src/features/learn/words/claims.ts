import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Claims',
  lead: 'A claim is one thing the issuer says. Its name decides who else understands it.',
  blocks: [
    text(
      'A claim is a name and a value. RFC 7519 §4 knows three kinds of names. Here they are, in a token that was just made:',
    ),
    exhibit('claim-groups'),
    heading('The three kinds'),
    points(
      [
        'Registered',
        'Short names with one meaning everywhere, kept in a list by IANA: `iss`, `sub`, `aud`, `exp`, `nbf`, `iat`, `jti` (RFC 7519 §4.1).',
      ],
      [
        'Public',
        'Names that anybody may coin without a clash, because they contain a name that you own, such as a URL of your domain (RFC 7519 §4.2). Other specifications add short ones to the list of IANA.',
      ],
      [
        'Private',
        'Names that two sides have agreed on. Short, and able to clash: nobody else knows what they mean (RFC 7519 §4.3).',
      ],
    ),
    heading('What a verifier must do with them'),
    points(
      [
        '`iss`',
        'Compare it with the issuer you trust, byte for byte, and use only that issuer’s keys (RFC 8725 §3.8).',
      ],
      ['`aud`', 'Refuse a token that does not name you, although its signature is right (RFC 8725 §3.9).'],
      ['`exp`', 'Refuse from this second on. An access token must have it (RFC 9068 §2.2).'],
      [
        '`sub`',
        'Read it together with `iss`: two issuers may give the same name to two people (RFC 7519 §4.1.2).',
      ],
    ),
    text(
      'Put in as little as you need. Claims travel with every request, land in logs, and can be read on the way.',
    ),
  ],
};

export const claims: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/claims.ts'),
  ja: () => import('./ja/claims.ts'),
  es: () => import('./es/claims.ts'),
  de: () => import('./de/claims.ts'),
});
