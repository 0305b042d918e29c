import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Aufbau',
  lead: 'Ein JSON Web Token ist ein kurzer unterschriebener Brief: drei Stücke Text mit einem Punkt dazwischen.',
  blocks: [
    text(
      'Das Token unten wurde gerade eben in dieser Seite signiert. Wähle einen Teil, um ihn herauszunehmen und zu lesen. Nichts darin ist geheim: Wer das Token hat, kann es lesen, denn Base64url ist eine Schreibweise und keine Verschlüsselung (RFC 7515 §2).',
    ),
    exhibit('anatomy'),
    heading('Wozu jeder Teil da ist'),
    points(
      [
        'Header',
        'Wie das Token signiert ist: der Algorithmus `alg`, die Art des Tokens `typ` und welcher Schlüssel, `kid`. Er wird als Erstes gelesen, und geglaubt wird ihm als Letztem (RFC 7515 §4).',
      ],
      ['Payload', 'Was das Token sagt. In einem JWT ist sie ein JSON-Objekt aus Claims (RFC 7519 §4).'],
      [
        'Signatur',
        'Berechnet über Header, Punkt und Payload, genau so, wie sie geschrieben sind. Ändere ein einziges Zeichen, und sie passt nicht mehr (RFC 7515 §5.1).',
      ],
    ),
    heading('Die Verwandten'),
    points(
      ['JWS', 'Die signierte Form, die du hier siehst (RFC 7515 §3). Ein JWT ist fast immer eines.'],
      [
        'JWE',
        'Die verschlüsselte Form, mit fünf Segmenten. Nimm sie, wenn die, die das Token transportieren, es nicht lesen dürfen (RFC 7516 §3).',
      ],
      [
        'JWK',
        'Ein Schlüssel als JSON; mehrere davon bilden ein JWKS. So veröffentlicht ein Aussteller seine Schlüssel (RFC 7517 §4, RFC 7517 §5).',
      ],
    ),
  ],
};
