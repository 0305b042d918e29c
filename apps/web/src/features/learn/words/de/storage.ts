import { heading, type LessonWords, points, table, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Wo ein Browser es aufbewahrt',
  lead: 'Ein Browser hat keine sichere Schublade. Er hat vier, und jede ist auf einer anderen Seite offen.',
  blocks: [
    table(
      'Wo ein Browser ein Token aufbewahren kann',
      ['Ort', 'Für Skripte erreichbar', 'XSS', 'CSRF', 'Dauer', 'Von selbst gesendet', 'Wofür'],
      [
        [
          'localStorage',
          'Ja',
          'Das Token kann gelesen und mitgenommen werden',
          'Nicht betroffen',
          'Bis jemand es löscht',
          'Nein',
          'Nicht für Token',
        ],
        [
          'sessionStorage',
          'Ja, in diesem Tab',
          'Das Token kann gelesen und mitgenommen werden',
          'Nicht betroffen',
          'Bis der Tab geschlossen wird',
          'Nein',
          'Nicht für Token',
        ],
        [
          'HttpOnly-Cookie',
          'Nein',
          'Nicht lesbar; ein Skript kann trotzdem Anfragen damit senden',
          'Betroffen: braucht `SameSite` und eine Prüfung von `Origin`',
          'Wie der Server es festlegt',
          'Ja',
          'Refresh-Token oder eine Sitzung mit einem Backend',
        ],
        [
          'Arbeitsspeicher',
          'Ja, für Skripte, die an die Variable kommen',
          'Kann entwendet werden, solange die Seite offen ist',
          'Nicht betroffen',
          'Bis die Seite neu geladen wird',
          'Nein',
          'Kurzlebiges Access-Token',
        ],
      ],
    ),
    heading('Was daraus folgt'),
    points(
      [
        'Zwei Token, zwei Orte',
        'Halte das kurzlebige Access-Token im Arbeitsspeicher und das Refresh-Token in einem Cookie mit `HttpOnly`, `Secure`, `SameSite=Strict` und dem Namenspräfix `__Host-` (draft-ietf-httpbis-rfc6265bis §4.1.3). Nach dem Neuladen holt das Cookie ein neues Access-Token.',
      ],
      [
        'Oder gar keines',
        'Ein Backend for Frontend behält alle Token auf dem Server und gibt dem Browser nur ein Sitzungs-Cookie. Nimm es für Anwendungen, bei denen viel auf dem Spiel steht.',
      ],
      [
        'Kein Ort heilt XSS',
        'Das Skript eines Angreifers in deiner Seite handelt als der angemeldete Mensch, wo das Token auch liegt. HttpOnly verhindert nur, dass es das Token mitnimmt. Also: eine strenge Content Security Policy und keine fremden Skripte.',
      ],
    ),
    text(
      'Noch besser: Binde das Token an einen Schlüssel, der sich nicht exportieren lässt. Ein gestohlenes Token allein ist dann nichts wert (DPoP, RFC 9449 §2).',
    ),
  ],
};
