import { exhibit, heading, type LessonWords, points, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Estructura',
  lead: 'Un JSON Web Token es una carta breve y firmada: tres trozos de texto separados por puntos.',
  blocks: [
    text(
      'El token de abajo se firmó en esta página hace un momento. Elige una parte para separarla y leerla. Nada en él es secreto: quien tiene el token puede leerlo, porque base64url es una forma de escribir y no un cifrado (RFC 7515 §2).',
    ),
    exhibit('anatomy'),
    heading('Para qué sirve cada parte'),
    points(
      [
        'Cabecera',
        'Cómo está firmado el token: el algoritmo `alg`, el tipo de token `typ` y qué clave, `kid`. Es lo primero que se lee y lo último que se debe creer (RFC 7515 §4).',
      ],
      ['Contenido', 'Lo que dice el token. En un JWT es un objeto JSON de claims (RFC 7519 §4).'],
      [
        'Firma',
        'Calculada sobre la cabecera, el punto y el contenido tal como están escritos. Si cambias un solo carácter de cualquiera de los dos, deja de corresponder (RFC 7515 §5.1).',
      ],
    ),
    heading('Sus parientes'),
    points(
      ['JWS', 'La forma firmada que ves aquí (RFC 7515 §3). Un JWT es casi siempre uno.'],
      [
        'JWE',
        'La forma cifrada, con cinco segmentos. Úsala cuando quienes llevan el token no deban leerlo (RFC 7516 §3).',
      ],
      [
        'JWK',
        'Una clave escrita como JSON; un conjunto de ellas es un JWKS. Así publica un emisor sus claves (RFC 7517 §4, RFC 7517 §5).',
      ],
    ),
  ],
};
