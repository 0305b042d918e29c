import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Firmas',
  lead: 'Una firma responde a una pregunta: ¿alguien que tiene la clave escribió exactamente esto?',
  blocks: [
    text(
      'Hay dos familias. Con un algoritmo simétrico, un mismo secreto firma y verifica. Con uno asimétrico, una clave privada firma y una clave pública verifica. Los mismos claims, firmados en esta página con cada uno:',
    ),
    exhibit('algorithms'),
    heading('Cuándo usar cada familia'),
    points(
      [
        'Simétrico',
        'Cuando un programa firma para sí mismo y nadie más verifica. Quien puede verificar también puede firmar, así que cada verificador más es un lugar más donde falsificar. El secreto debe ser aleatorio y al menos tan largo como el hash: 32 bytes para HS256 (RFC 7518 §3.2).',
      ],
      [
        'Asimétrico',
        'Cuando verifican otros: un proveedor de identidad y sus API, socios, gateways. Solo necesitan la clave pública, que no es ningún secreto. Es la elección correcta en casi todos los sistemas.',
      ],
    ),
    heading('Cuál de los asimétricos'),
    points(
      [
        'ES256',
        'Claves y firmas pequeñas, firma rápida, compatible con todo. Un buen punto de partida (RFC 7518 §3.4).',
      ],
      [
        'EdDSA',
        'Ed25519: igual de pequeño, y al firmar no depende de números aleatorios que puedan fallar. Pregunta antes si todos tus verificadores lo conocen (RFC 8037 §3.1); el software más nuevo escribe `Ed25519` en su lugar (RFC 9864).',
      ],
      ['RS256', 'Lo conocen todas las bibliotecas del mundo. Claves de 2048 bits o más (RFC 7518 §3.3).'],
      [
        'PS256',
        'RSA con el mejor de sus rellenos. Prefiérelo a RS256 si lo admiten las dos partes (RFC 7518 §3.5).',
      ],
    ),
    text(
      'Elijas lo que elijas, el verificador lo fija: una clave, un algoritmo. El `alg` del propio token es lo que afirma un desconocido (RFC 8725 §3.1). El laboratorio de ataques muestra qué pasa si no.',
    ),
  ],
};
