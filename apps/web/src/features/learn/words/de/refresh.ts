import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Refresh und Rotation',
  lead: 'Ein kurzes Leben begrenzt den Schaden eines gestohlenen Tokens. Ein Refresh-Token erspart es Menschen, sich alle 15 Minuten anzumelden.',
  blocks: [
    points(
      ['Access-Token', 'Lebt Minuten, geht an jede API und wird geprüft, ohne den Aussteller zu fragen.'],
      [
        'Refresh-Token',
        'Lebt Tage, geht nur an den Aussteller und wird dort gegen ein neues Access-Token getauscht (RFC 6749 §1.5).',
      ],
    ),
    heading('Rotation überführt den Dieb'),
    text(
      'Bei Rotation gilt jedes Refresh-Token einmal: Die Antwort bringt seinen Nachfolger. Kommt ein altes noch einmal, haben zwei Parteien dasselbe Token, und niemand kann sagen, wer der Dieb ist. Also endet die ganze Familie, und der Mensch meldet sich neu an (RFC 9700 §4.14.2). Probiere es:',
    ),
    exhibit('rotation'),
    heading('Worauf zu achten ist'),
    points(
      [
        'Nur Hashes speichern',
        'Der Aussteller speichert den SHA-256 eines Refresh-Tokens. Eine gestohlene Datenbank öffnet dann keine Sitzung.',
      ],
      [
        'Mit schlechten Netzen rechnen',
        'Eine Antwort kann unterwegs verloren gehen, und zwei Tabs können gleichzeitig erneuern. Eine Nachfrist von wenigen Sekunden, in der es noch einmal denselben Nachfolger gibt, verhindert falschen Alarm.',
      ],
      ['Irgendwann Schluss machen', 'Eine Familie hat ein spätestes Ende, so oft sie auch erneuert wurde.'],
      [
        'Browser',
        'Ein öffentlicher Client muss seine Refresh-Token rotieren oder an einen Schlüssel binden (RFC 9700 §2.2.2).',
      ],
    ),
  ],
};
