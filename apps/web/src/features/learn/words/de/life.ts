import { exhibit, heading, type LessonWords, steps, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Das Leben eines Tokens',
  lead: 'Ausstellen, vorzeigen, entscheiden, aufzeichnen, erklären, widerrufen: Diesen Weg geht jedes Token.',
  blocks: [
    steps(
      [
        'Ausstellen',
        'Jemand meldet sich an. Der Aussteller schreibt auf, wer, für wen und bis wann, und signiert das. Ein Access-Token sollte nur Minuten leben.',
      ],
      [
        'Vorzeigen',
        'Der Client sendet es im Header `Authorization`: `Bearer`, ein Leerzeichen und das Token (RFC 6750 §2.1). Nie in einer URL: URLs bleiben in Logs und Verläufen stehen (RFC 6750 §2.3).',
      ],
      [
        'Entscheiden',
        'Die API prüft Signatur, Aussteller, Empfänger und Zeiten, danach, ob dieser Aufrufer das darf. Die Reihenfolge zählt: Kein Claim wird gelesen, bevor die Signatur feststeht (RFC 7519 §7.2).',
      ],
      [
        'Aufzeichnen',
        'Wer was wann aufgerufen hat und was entschieden wurde. Nie das Token selbst: Wer das Log liest, könnte es benutzen.',
      ],
      [
        'Erklären',
        'Eine Ablehnung sagt, was erwartet wurde, was kam und wie es zu beheben ist, mit Status 401 oder 403 und einem Header `WWW-Authenticate` (RFC 6750 §3).',
      ],
      [
        'Widerrufen',
        'Jemand meldet sich ab, oder das Token wird gestohlen. Von da an wird es abgelehnt, obwohl seine Signatur für immer stimmt.',
      ],
    ),
    heading('Stell die Uhr'),
    text(
      'Dieses Token lebt 15 Minuten. Stell die Uhr oder beende seine Sitzung, und beobachte die Entscheidung.',
    ),
    exhibit('life'),
  ],
};
