import type { Words } from '../words.ts';

export const words: Words = {
  said: {
    title: 'Qué dice el rechazo',
    empty: 'Código y significado, qué se esperaba, qué llegó y cómo corregirlo.',
    pasted: 'Tal como se pegó; nada de ello está comprobado.',
    status: 'Estado',
    code: 'Código',
    unknownCode: 'Este código no es de Signet.',
    meaning: 'Significado',
    description: 'Tal como llegó',
    expected: 'Esperado',
    actual: 'Recibido',
    fix: 'Solución',
    rule: 'Regla',
    reference: 'Referencia',
    scope: 'Scopes necesarios',
    onlyReference: 'La referencia sola no dice nada del rechazo. El registro sí.',
    challenge: {
      invalid_token:
        'El token no se puede aceptar tal como está: caducado, revocado, modificado o destinado a otra cosa.',
      insufficient_scope: 'El token es bueno, pero no lleva lo que pide la ruta.',
      insufficient_user_authentication:
        'El token es bueno, pero de un inicio de sesión demasiado débil o demasiado antiguo para la ruta.',
      invalid_request: 'La petición presenta su token de una forma que no se puede aceptar.',
      other: 'Un desafío con un error que RFC 6750 no nombra.',
      none: 'La ruta necesita un token y no llegó ninguno. Aún no había nada mal en un token.',
    },
    noReference:
      'No llegó con ninguna referencia. Busca la cabecera signet-reference o el miembro reference del cuerpo.',
  },
  steps: {
    expected: 'Esperado',
    actual: 'Recibido',
    title: 'Pasos de la petición',
    none: 'Ningún gateway decidió esto: la petición terminó antes de llegar a uno, así que no hay pasos.',
  },
  about: 'Sobre la petición',
  token: 'Qué decía el token',
};
