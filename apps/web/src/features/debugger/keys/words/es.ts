import type { Words } from '../words.ts';

export const words: Words = {
  password: {
    label: 'Contraseña de la clave',
    note: 'La clave está cifrada. La contraseña se queda en esta página.',
    waiting: 'La clave está cifrada. Da su contraseña para usarla.',
    fix: 'Da la contraseña debajo de la clave.',
  },
};
