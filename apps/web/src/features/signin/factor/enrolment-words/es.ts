import type { Words } from '../enrolment-words.ts';

export const words: Words = {
  title: 'Añade una aplicación de autenticación',
  lead: 'Aquí todos necesitan un segundo factor. Cuando tengas uno, la sesión se inicia.',
};
