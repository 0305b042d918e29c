import { exhibit, heading, type LessonWords, points, steps, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Single Sign-on',
  lead: 'Du meldest dich einmal an, an einer Stelle, und viele Anwendungen wissen, wer du bist, ohne je dein Passwort zu sehen.',
  blocks: [
    steps(
      [
        'Die Anwendung schickt dich weg',
        'Zum Identity Provider, mit einem `state`, einer `nonce` und dem Hash eines Geheimnisses, das nur für diese eine Anmeldung gemacht ist (PKCE, RFC 7636 §4.2).',
      ],
      [
        'Dort meldest du dich an',
        'Oder du bist es schon: Der Provider hat eine eigene Sitzung, in einem eigenen Cookie. Das ist der ganze Trick von Single Sign-on.',
      ],
      [
        'Du kommst mit einem Code zurück',
        'Er ist kurzlebig, gilt einmal und ist ohne das Geheimnis aus dem ersten Schritt nichts wert.',
      ],
      [
        'Die Anwendung tauscht ihn ein',
        'In einem direkten Aufruf, gegen ein ID-Token und ein Access-Token (RFC 6749 §4.1.3).',
      ],
    ),
    heading('Zwei Token, zwei Leser'),
    points(
      [
        'ID-Token',
        'Für die Anwendung: wer sich angemeldet hat, wann und wie. `aud` ist die Anwendung. Es wird einmal gelesen und nie an eine API gesendet.',
      ],
      [
        'Access-Token',
        'Für die API: was erlaubt ist. `aud` ist die API, `typ` ist `at+jwt` (RFC 9068 §2.1). Für die Anwendung ist es ein undurchsichtiger Text.',
      ],
    ),
    text(
      'Das hier ist ein ID-Token. Seine `nonce` bindet es an die Anfrage, damit niemand ein gestohlenes unterschieben kann, und `auth_time` sagt, wann sich der Mensch zuletzt angemeldet hat.',
    ),
    exhibit('anatomy'),
    text(
      'Eine API, die ein ID-Token als Access-Token annimmt, lässt jede Anwendung als deren Benutzer handeln. Die Prüfung von `aud` und `typ` verhindert das (RFC 8725 §3.11, RFC 8725 §3.12).',
    ),
  ],
};
