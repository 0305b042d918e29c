import { heading, type LessonWords, points, table, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Dónde lo guarda un navegador',
  lead: 'En un navegador no hay ningún cajón seguro. Hay cuatro, y cada uno está abierto por un lado distinto.',
  blocks: [
    table(
      'Dónde se puede guardar un token en un navegador',
      ['Lugar', 'Al alcance de scripts', 'XSS', 'CSRF', 'Duración', 'Se envía solo', 'Uso'],
      [
        [
          'localStorage',
          'Sí',
          'El token se puede leer y robar',
          'No expuesto',
          'Hasta que alguien lo borre',
          'No',
          'No para tokens',
        ],
        [
          'sessionStorage',
          'Sí, en esta pestaña',
          'El token se puede leer y robar',
          'No expuesto',
          'Hasta que se cierre la pestaña',
          'No',
          'No para tokens',
        ],
        [
          'Cookie HttpOnly',
          'No',
          'No se puede leer; un script sí puede enviar peticiones con ella',
          'Expuesta: necesita `SameSite` y una comprobación de `Origin`',
          'La que diga el servidor',
          'Sí',
          'Token de actualización, o una sesión con un backend',
        ],
        [
          'Memoria',
          'Sí, para scripts que lleguen a la variable',
          'Se puede robar mientras la página esté abierta',
          'No expuesto',
          'Hasta que se recargue la página',
          'No',
          'Token de acceso de vida corta',
        ],
      ],
    ),
    heading('Qué se deduce de ello'),
    points(
      [
        'Dos tokens, dos lugares',
        'Guarda el token de acceso, de vida corta, en memoria, y el token de actualización en una cookie con `HttpOnly`, `Secure`, `SameSite=Strict` y el prefijo de nombre `__Host-` (draft-ietf-httpbis-rfc6265bis §4.1.3). Tras una recarga, la cookie trae un token de acceso nuevo.',
      ],
      [
        'O ninguno',
        'Un backend para el frontend guarda todos los tokens en el servidor y da al navegador solo una cookie de sesión. Prefiérelo para aplicaciones con mucho que perder.',
      ],
      [
        'Ningún lugar cura el XSS',
        'El script de un atacante en tu página actúa como la persona, esté donde esté el token. HttpOnly solo impide que se lleve el token a casa. Por eso: una política de seguridad de contenido (CSP) estricta y ningún script ajeno.',
      ],
    ),
    text(
      'Ayuda además vincular el token a una clave que no se pueda exportar: así, un token robado no vale nada por sí solo (DPoP, RFC 9449 §2).',
    ),
  ],
};
