import { translated } from '../../../ui/language/translated.ts';
import { exhibit, heading, type LessonWords, points, text } from './blocks.ts';

const english: LessonWords = {
  title: 'Refresh and rotation',
  lead: 'A short life limits the harm of a stolen token. A refresh token spares people from signing in every 15 minutes.',
  blocks: [
    points(
      ['Access token', 'Lives for minutes, goes to every API, and is checked without asking the issuer.'],
      [
        'Refresh token',
        'Lives for days, goes to the issuer only, and is exchanged there for a new access token (RFC 6749 §1.5).',
      ],
    ),
    heading('Rotation catches the thief'),
    text(
      'With rotation, each refresh token works once: the answer brings its successor. If an old one comes again, two parties hold the same token, and nobody can tell which is the thief. So the whole family ends, and the person signs in again (RFC 9700 §4.14.2). Try it:',
    ),
    exhibit('rotation'),
    heading('What to take care of'),
    points(
      [
        'Keep only hashes',
        'The issuer stores the SHA-256 of a refresh token. A stolen database then opens no session.',
      ],
      [
        'Allow for bad networks',
        'An answer may get lost on the way, and two tabs may refresh at once. A grace of a few seconds, in which the same successor is given again, prevents false alarms.',
      ],
      ['End it at last', 'A family has a latest time, however often it was refreshed.'],
      [
        'Browsers',
        'A public client must either rotate its refresh tokens or bind them to a key (RFC 9700 §2.2.2).',
      ],
    ),
  ],
};

export const refresh: LessonWords = translated<LessonWords>(english, {
  zh: () => import('./zh/refresh.ts'),
  ja: () => import('./ja/refresh.ts'),
  es: () => import('./es/refresh.ts'),
  de: () => import('./de/refresh.ts'),
});
