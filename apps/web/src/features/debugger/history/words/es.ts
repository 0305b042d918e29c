import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Tokens que has mirado',
  keep: 'Conservar los tokens en este navegador',
  note: 'Hasta 50 tokens, solo en este equipo. Nunca claves ni secretos. Quien use este navegador puede leerlos.',
  offDeletes: (count) =>
    count === 1
      ? 'Al desactivarlo se borra el que está guardado.'
      : `Al desactivarlo se borran todos los guardados, ahora ${count}.`,
  off: 'No se guarda nada.',
  empty: 'Aún no hay nada guardado. Un token aparece aquí un momento después de pegarlo.',
  nameless: 'Sin sujeto ni emisor',
  remove: (kind) => `Quitar: ${kind}`,
  clear: 'Quitar todos',
  close: 'Cerrar',
};
