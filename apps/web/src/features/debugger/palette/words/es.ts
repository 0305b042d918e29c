import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Órdenes',
  filter: '¿Qué quieres hacer?',
  none: 'No hay ninguna orden con ese nombre.',
  keys: '↑ ↓ eligen · Intro ejecuta · Escape cierra · Ctrl o ⌘ K, o ?, abre esto de nuevo',
  panels: 'Paneles',
  inspect: 'Examinar un token',
  sign: 'Firmar un token',
  compare: 'Comparar dos tokens',
  refusal: 'Mirar una petición rechazada',
  checkNow: 'Comprobar el token ahora',
  tour: '¿Qué estoy viendo?',
  history: 'Tokens que has mirado',
};
