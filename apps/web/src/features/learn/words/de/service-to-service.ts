import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Dienst zu Dienst',
  lead: 'Ruft ein Programm ein Programm auf, ist niemand da, der ein Passwort eintippt. Es gibt drei gute Wege zu sagen, wer aufruft.',
  blocks: [
    points(
      [
        'Im eigenen Namen',
        'Der Dienst bekommt ein Token mit seinen eigenen Zugangsdaten: der Client Credentials Grant (RFC 6749 §4.4). `sub` ist der Dienst selbst.',
      ],
      [
        'Mit einem Schlüssel statt eines Passworts',
        'Der Dienst signiert eine kurze Assertion mit einem eigenen privaten Schlüssel, und kein Geheimnis geht auf Reisen (RFC 7523 §2.2).',
      ],
      [
        'Für jemanden',
        'Der Dienst tauscht das Token des Aufrufers gegen eines, das beide nennt: `sub` ist der Mensch, `act` ist der Dienst (RFC 8693 §4.1).',
      ],
    ),
    heading('Reiche das Token des Aufrufers nicht weiter'),
    text(
      'Es ist verlockend, das empfangene Token an den nächsten Dienst zu senden. Dann kann jeder Dienst der Kette überall als dieser Mensch handeln, und `aud` sagt nichts mehr aus. Tausche es: Das neue Token hat einen engeren Empfänger, einen engeren Scope und ein kürzeres Leben. In diesem hier handelt der Dienst `orders` für einen Kunden gegenüber `shipping`:',
    ),
    exhibit('anatomy'),
    heading('Binde es, wo es darauf ankommt'),
    points(
      [
        'DPoP',
        'Der Client beweist mit jeder Anfrage, dass er einen privaten Schlüssel hat; das Token nennt diesen Schlüssel in `cnf` (RFC 9449 §4, RFC 9449 §6).',
      ],
      [
        'Mutual TLS',
        'Das Token ist an das Zertifikat des Clients gebunden (RFC 8705 §3). Üblich zwischen Diensten, die ohnehin Zertifikate haben.',
      ],
    ),
  ],
};
