import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Claims',
  lead: 'Un claim es una cosa que dice el emisor. De su nombre depende quién más lo entiende.',
  blocks: [
    text(
      'Un claim es un nombre y un valor. RFC 7519 §4 conoce tres clases de nombres. Aquí están, en un token recién creado:',
    ),
    exhibit('claim-groups'),
    heading('Las tres clases'),
    points(
      [
        'Registrados',
        'Nombres cortos con un solo significado en todas partes, en una lista que lleva la IANA: `iss`, `sub`, `aud`, `exp`, `nbf`, `iat`, `jti` (RFC 7519 §4.1).',
      ],
      [
        'Públicos',
        'Nombres que cualquiera puede acuñar sin que choquen, porque contienen un nombre que te pertenece, como una URL de tu dominio (RFC 7519 §4.2). Otras especificaciones añaden nombres cortos a la lista de la IANA.',
      ],
      [
        'Privados',
        'Nombres que dos partes han acordado. Son cortos y pueden chocar: nadie más sabe qué significan (RFC 7519 §4.3).',
      ],
    ),
    heading('Qué debe hacer con ellos un verificador'),
    points(
      [
        '`iss`',
        'Compáralo byte a byte con el emisor en el que confías, y usa solo las claves de ese emisor (RFC 8725 §3.8).',
      ],
      ['`aud`', 'Rechaza un token que no te nombre, aunque su firma sea correcta (RFC 8725 §3.9).'],
      [
        '`exp`',
        'Rechaza el token a partir de ese segundo. Un token de acceso debe llevarlo (RFC 9068 §2.2).',
      ],
      [
        '`sub`',
        'Léelo junto con `iss`: dos emisores pueden dar el mismo nombre a dos personas (RFC 7519 §4.1.2).',
      ],
    ),
    text(
      'Incluye solo lo que necesites. Los claims viajan con cada petición, acaban en registros y se pueden leer por el camino.',
    ),
  ],
};
