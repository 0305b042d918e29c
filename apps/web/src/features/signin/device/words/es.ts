import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Iniciar sesión en un dispositivo',
  lead: 'Escribe el código que muestra tu dispositivo.',
  field: 'Código',
  missing: 'El código tiene ocho letras.',
  warning:
    'Sigue solo si tienes el dispositivo delante. Quien te haya enviado un código o un enlace entraría como tú.',
  action: 'Continuar',
  busy: 'Un momento',
  ends: {
    allowed: {
      title: 'Tu dispositivo ha iniciado sesión',
      lines: ['Puedes cerrar esta página y seguir allí.'],
    },
    denied: { title: 'Tu dispositivo no ha iniciado sesión', lines: ['Dijiste que no. No recibió nada.'] },
    over: {
      title: 'Este inicio de sesión terminó',
      lines: [
        'Caducó, ya se respondió o empezó en otro navegador. No se hizo nada.',
        'Haz que el dispositivo muestre un código nuevo y escríbelo.',
      ],
    },
  },
  another: 'Escribir otro código',
  account: 'Abrir mi cuenta',
};
