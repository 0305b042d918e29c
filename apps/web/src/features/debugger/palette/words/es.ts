import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Órdenes',
  filter: '¿Qué quieres hacer?',
  none: 'No hay ninguna orden con ese nombre.',
  keys: 'Intro ejecuta la primera · Escape cierra · Ctrl o ⌘ K, o ?, vuelve a abrir',
  inspect: 'Examinar un token',
  sign: 'Firmar un token',
  compare: 'Comparar dos tokens',
  refusal: 'Mirar una petición rechazada',
  checkNow: 'Comprobar el token ahora',
  tour: '¿Qué estoy viendo?',
  history: 'Tokens que has mirado',
};
