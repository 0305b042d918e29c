import type { Words } from '../words.ts';

export const words: Words = {
  held: {
    title: 'Lo que se guarda de ti',
    lead: 'Tu cuenta, dirección, sesiones, factores y lo que se hizo, como archivo. No contiene contraseñas ni secretos.',
    action: 'Descargar',
    done: 'El archivo va camino de tus descargas.',
  },
  leave: {
    title: 'Eliminar la cuenta',
    lead: 'Se borra todo lo que se guarda de ti y se cierra tu sesión en todas partes. No se puede deshacer.',
    open: 'Eliminar la cuenta',
    field: (person) => `Escribe ${person} para confirmar`,
    missing: 'Escribe tu nombre de usuario.',
    action: 'Eliminar para siempre',
  },
  gone: {
    title: 'Tu cuenta está eliminada',
    lines: ['De ti solo queda una entrada en el registro de lo que se hizo, que no te nombra.'],
  },
};
