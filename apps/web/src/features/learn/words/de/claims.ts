import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Claims',
  lead: 'Ein Claim ist eine Aussage des Ausstellers. Sein Name entscheidet, wer ihn sonst noch versteht.',
  blocks: [
    text(
      'Ein Claim besteht aus Name und Wert. RFC 7519 §4 kennt drei Arten von Namen. Hier sind sie, in einem gerade hergestellten Token:',
    ),
    exhibit('claim-groups'),
    heading('Die drei Arten'),
    points(
      [
        'Registriert',
        'Kurze Namen, die überall dasselbe bedeuten; die IANA führt die Liste: `iss`, `sub`, `aud`, `exp`, `nbf`, `iat`, `jti` (RFC 7519 §4.1).',
      ],
      [
        'Öffentlich',
        'Namen, die jeder ohne Kollision vergeben kann, weil sie einen Namen enthalten, der einem gehört, etwa eine URL der eigenen Domain (RFC 7519 §4.2). Andere Spezifikationen tragen kurze Namen in die Liste der IANA ein.',
      ],
      [
        'Privat',
        'Namen, auf die sich zwei Seiten geeinigt haben. Sie sind kurz und können kollidieren: Niemand sonst weiß, was sie bedeuten (RFC 7519 §4.3).',
      ],
    ),
    heading('Was ein Prüfer damit tun muss'),
    points(
      [
        '`iss`',
        'Vergleiche ihn Byte für Byte mit dem Aussteller, dem du vertraust, und benutze nur dessen Schlüssel (RFC 8725 §3.8).',
      ],
      ['`aud`', 'Lehne ein Token ab, das dich nicht nennt, auch wenn seine Signatur stimmt (RFC 8725 §3.9).'],
      ['`exp`', 'Lehne ab dieser Sekunde ab. Ein Access-Token muss ihn haben (RFC 9068 §2.2).'],
      [
        '`sub`',
        'Lies ihn zusammen mit `iss`: Zwei Aussteller können zwei Menschen denselben Namen geben (RFC 7519 §4.1.2).',
      ],
    ),
    text(
      'Nimm so wenig auf wie nötig. Claims reisen mit jeder Anfrage mit, landen in Logs und sind unterwegs lesbar.',
    ),
  ],
};
