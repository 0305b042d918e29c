import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Signaturen',
  lead: 'Eine Signatur beantwortet eine Frage: Hat jemand, der den Schlüssel hat, genau das geschrieben?',
  blocks: [
    text(
      'Es gibt zwei Familien. Bei einem symmetrischen Algorithmus signiert und prüft dasselbe Geheimnis. Bei einem asymmetrischen signiert ein privater Schlüssel, und ein öffentlicher prüft. Dieselben Claims, in dieser Seite mit jedem signiert:',
    ),
    exhibit('algorithms'),
    heading('Wann welche'),
    points(
      [
        'Symmetrisch',
        'Wenn ein Programm für sich selbst signiert und niemand sonst prüft. Wer prüfen kann, kann auch signieren; jeder weitere Prüfer ist also ein weiterer Ort, an dem man fälschen kann. Das Geheimnis muss zufällig sein und mindestens so lang wie der Hash, 32 Byte bei HS256 (RFC 7518 §3.2).',
      ],
      [
        'Asymmetrisch',
        'Wenn andere prüfen: ein Identity Provider und seine APIs, Partner, Gateways. Sie brauchen nur den öffentlichen Schlüssel, und der ist kein Geheimnis. In fast jedem System ist das die richtige Wahl.',
      ],
    ),
    heading('Welcher asymmetrische'),
    points(
      [
        'ES256',
        'Kleine Schlüssel und Signaturen, schnell signiert, überall unterstützt. Eine gute Vorgabe (RFC 7518 §3.4).',
      ],
      [
        'EdDSA',
        'Ed25519: ebenso klein, und das Signieren braucht keinen Zufall, der versagen könnte. Frag zuerst, ob alle deine Prüfer ihn kennen (RFC 8037 §3.1); neuere Software schreibt stattdessen `Ed25519` (RFC 9864).',
      ],
      ['RS256', 'Jede Bibliothek der Welt kennt ihn. Schlüssel mit 2048 Bit oder mehr (RFC 7518 §3.3).'],
      [
        'PS256',
        'RSA mit dem besseren Padding. Zieh ihn RS256 vor, wo beide Seiten ihn unterstützen (RFC 7518 §3.5).',
      ],
    ),
    text(
      'Was du auch wählst, der Prüfer legt es fest: ein Schlüssel, ein Algorithmus. Das `alg` des Tokens ist die Behauptung eines Fremden (RFC 8725 §3.1). Das Angriffslabor zeigt, was sonst passiert.',
    ),
  ],
};
