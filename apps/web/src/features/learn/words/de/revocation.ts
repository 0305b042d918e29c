import { exhibit, heading, type LessonWords, steps, table, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Widerruf',
  lead: 'Eine Signatur lässt sich nicht zurücknehmen. Wer entscheidet, muss also auf anderem Weg vom Ende erfahren.',
  blocks: [
    table(
      'Wege, ein Token vor seiner Zeit zu beenden',
      ['Weg', 'Wirkt', 'Kostet', 'Gut für'],
      [
        ['Kurzes Leben', 'Nach Minuten', 'Nichts', 'Jedes System; die Grundlage aller anderen Wege'],
        [
          'Das Refresh-Token beenden (RFC 7009 §2)',
          'Wenn das Access-Token abläuft',
          'Einen Aufruf beim Aussteller',
          'Das Abmelden von einer Anwendung',
        ],
        [
          'Eine Liste beendeter Sitzungen, an jedes Gateway verteilt',
          'In Sekunden oder schneller',
          'Speicher und einen Feed, der keine Einträge verliert',
          'Sicheres Abmelden, gestohlene Token',
        ],
        [
          'Introspection (RFC 7662 §2)',
          'Sofort',
          'Eine Frage an den Aussteller bei jeder Anfrage',
          'Wenige Anfragen, bei denen viel auf dem Spiel steht',
        ],
        [
          'Den Signaturschlüssel wechseln',
          'Wenn die Prüfer die Schlüssel neu lesen',
          'Alle Token dieses Schlüssels',
          'Einen gestohlenen Signaturschlüssel, sonst nichts',
        ],
      ],
    ),
    heading('Eine Liste, richtig gemacht'),
    steps(
      [
        'Nenne die Sitzung, nicht nur das Token',
        'Mit `sid` in jedem Token beendet ein Eintrag alle Token der Sitzung, auch die, die du nie gesehen hast.',
      ],
      [
        'Nummeriere die Einträge',
        'Ein Gateway, dem Nummer 41 entgangen ist, merkt es bei 42 und fragt nach. Eine verlorene Nachricht darf kein Token wieder zum Leben erwecken.',
      ],
      [
        'Vergiss rechtzeitig',
        'Ein Eintrag darf weg, wenn das letzte Token, das er betrifft, von selbst abgelaufen ist.',
      ],
      [
        'Lehne im Zweifel ab',
        'Ein Gateway, das die Liste nicht kennt, weiß nicht, wen es ablehnen soll: Es muss alle ablehnen oder laut sagen, dass es das nicht tut.',
      ],
    ),
    text('Das Token unten trägt `sid` und `jti`, die zwei Namen, unter denen man es beenden kann.'),
    exhibit('anatomy'),
  ],
};
