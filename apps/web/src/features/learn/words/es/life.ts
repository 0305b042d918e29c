import { exhibit, heading, type LessonWords, steps, text } from '../blocks.ts';

export const words: LessonWords = {
  title: 'La vida de un token',
  lead: 'Emitir, presentar, decidir, registrar, explicar, revocar: todos los tokens recorren este camino.',
  blocks: [
    steps(
      [
        'Emitir',
        'Alguien inicia sesión. El emisor anota quién, para quién y hasta cuándo, y lo firma. Unos minutos son una buena vida para un token de acceso.',
      ],
      [
        'Presentar',
        'El cliente lo envía en la cabecera `Authorization`: `Bearer`, un espacio y el token (RFC 6750 §2.1). Nunca en una URL: las URL se guardan en registros e historiales (RFC 6750 §2.3).',
      ],
      [
        'Decidir',
        'La API comprueba firma, emisor, destinatario y tiempos, y después si quien llama puede hacer esto. El orden importa: no se lee ningún claim antes de dar por buena la firma (RFC 7519 §7.2).',
      ],
      [
        'Registrar',
        'Quién llamó a qué, cuándo, y qué se decidió. Nunca el token mismo: quien leyera el registro podría usarlo.',
      ],
      [
        'Explicar',
        'Un rechazo dice qué se esperaba, qué llegó y cómo corregirlo, con estado 401 o 403 y una cabecera `WWW-Authenticate` (RFC 6750 §3).',
      ],
      [
        'Revocar',
        'La persona cierra sesión, o alguien roba el token. Desde entonces se rechaza, aunque su firma siga siendo correcta para siempre.',
      ],
    ),
    heading('Mueve el reloj'),
    text('Este token vive 15 minutos. Mueve el reloj, o termina su sesión, y observa la decisión.'),
    exhibit('life'),
  ],
};
