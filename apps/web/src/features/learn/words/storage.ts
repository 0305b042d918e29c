import { translated } from '../../../ui/language/translated.ts';
import { heading, type LessonWords, points, table, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Where a browser keeps it',
  lead: 'There is no safe drawer in a browser. There are four, and each is open on another side.',
  blocks: [
    table(
      'Where a token can be kept in a browser',
      ['Place', 'Reachable by script', 'XSS', 'CSRF', 'Persistence', 'Sent by itself', 'Use'],
      [
        [
          'localStorage',
          'Yes',
          'The token can be read and carried away',
          'Not exposed',
          'Until somebody deletes it',
          'No',
          'Not for tokens',
        ],
        [
          'sessionStorage',
          'Yes, in this tab',
          'The token can be read and carried away',
          'Not exposed',
          'Until the tab is closed',
          'No',
          'Not for tokens',
        ],
        [
          'HttpOnly cookie',
          'No',
          'Cannot be read; a script can still send requests with it',
          'Exposed: needs `SameSite` and a check of `Origin`',
          'As the server says',
          'Yes',
          'Refresh token, or a session with a backend',
        ],
        [
          'Memory',
          'Yes, by scripts that reach the variable',
          'Can be taken while the page is open',
          'Not exposed',
          'Until the page is reloaded',
          'No',
          'Short-lived access token',
        ],
      ],
    ),
    heading('What follows from it'),
    points(
      [
        'Two tokens, two places',
        'Keep the short-lived access token in memory, and the refresh token in a cookie with `HttpOnly`, `Secure`, `SameSite=Strict` and the name prefix `__Host-` (draft-ietf-httpbis-rfc6265bis §4.1.3). After a reload, the cookie brings a new access token.',
      ],
      [
        'Or none at all',
        'A backend for the frontend keeps every token on the server and gives the browser only a session cookie. Prefer it for applications with much to lose.',
      ],
      [
        'No place heals XSS',
        'A script of an attacker in your page acts as the person, wherever the token lies. HttpOnly only prevents that it takes the token home. So: a strict content security policy, and no foreign scripts.',
      ],
    ),
    text(
      'Binding the token to a key that cannot be exported helps further: a stolen token alone is then worth nothing (DPoP, RFC 9449 §2).',
    ),
  ],
};

export const storage: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/storage.ts'),
  ja: () => import('./ja/storage.ts'),
  es: () => import('./es/storage.ts'),
  de: () => import('./de/storage.ts'),
});
