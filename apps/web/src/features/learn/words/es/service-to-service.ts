import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'De servicio a servicio',
  lead: 'Cuando un programa llama a otro, no hay nadie que teclee una contraseña. Hay tres buenas formas de decir quién llama.',
  blocks: [
    points(
      [
        'En nombre propio',
        'El servicio obtiene un token con sus propias credenciales: la concesión de credenciales de cliente (RFC 6749 §4.4). `sub` es el servicio mismo.',
      ],
      [
        'Con una clave en vez de una contraseña',
        'El servicio firma una breve aserción con una clave privada propia, y ningún secreto viaja (RFC 7523 §2.2).',
      ],
      [
        'En nombre de alguien',
        'El servicio canjea el token de quien llama por uno que nombra a los dos: `sub` es la persona, `act` es el servicio (RFC 8693 §4.1).',
      ],
    ),
    heading('No pases adelante el token de quien llama'),
    text(
      'Es tentador enviar al siguiente servicio el token que recibiste. Entonces cada servicio de la cadena puede actuar como la persona en todas partes, y `aud` ya no dice nada. Canjéalo: el token nuevo tiene menos destinatarios, menos alcance y una vida más corta. En este, el servicio `orders` actúa por un cliente ante `shipping`:',
    ),
    exhibit('anatomy'),
    heading('Vincúlalo donde importe'),
    points(
      [
        'DPoP',
        'El cliente prueba en cada petición que tiene una clave privada; el token nombra esa clave en `cnf` (RFC 9449 §4, RFC 9449 §6).',
      ],
      [
        'TLS mutuo',
        'El token se vincula al certificado del cliente (RFC 8705 §3). Es habitual entre servicios que de todos modos tienen certificados.',
      ],
    ),
  ],
};
