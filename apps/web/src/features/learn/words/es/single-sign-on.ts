import { exhibit, heading, type LessonWords, points, steps, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'Inicio de sesión único',
  lead: 'Inicia sesión una vez, en un solo lugar, y muchas aplicaciones sabrán quién eres sin ver nunca tu contraseña.',
  blocks: [
    steps(
      [
        'La aplicación te envía fuera',
        'Al proveedor de identidad, con un `state`, un `nonce` y el hash de un secreto creado para este único inicio de sesión (PKCE, RFC 7636 §4.2).',
      ],
      [
        'Allí inicias sesión',
        'O ya la tenías: el proveedor lleva su propia sesión, en su propia cookie. Ese es todo el truco del inicio de sesión único.',
      ],
      ['Vuelves con un código', 'Dura poco, funciona una vez y no vale nada sin el secreto del primer paso.'],
      [
        'La aplicación lo canjea',
        'En una llamada directa, por un token de ID y un token de acceso (RFC 6749 §4.1.3).',
      ],
    ),
    heading('Dos tokens, dos lectores'),
    points(
      [
        'Token de ID',
        'Para la aplicación: quién inició sesión, cuándo y cómo. `aud` es la aplicación. Se lee una vez y nunca se envía a una API.',
      ],
      [
        'Token de acceso',
        'Para la API: qué se puede hacer. `aud` es la API, `typ` es `at+jwt` (RFC 9068 §2.1). Para la aplicación es un texto opaco.',
      ],
    ),
    text(
      'Este es un token de ID. Su `nonce` lo une a la petición, para que nadie pueda colar uno robado, y `auth_time` dice cuándo inició sesión la persona por última vez.',
    ),
    exhibit('anatomy'),
    text(
      'Una API que toma un token de ID por uno de acceso deja que cualquier aplicación actúe como sus usuarios. Comprobar `aud` y `typ` lo evita (RFC 8725 §3.11, RFC 8725 §3.12).',
    ),
  ],
};
