import type { Words } from '../words.ts';

export const words: Words = {
  title: 'Códigos de error',
  documentTitle: (page) => `${page} — Signet`,
  lead: 'Cada rechazo de Signet lleva un código. Su página dice qué ocurrió, qué se esperaba, cómo arreglarlo y qué regla hay detrás. Las páginas están en inglés.',
  find: 'Buscar un código',
  placeholder: 'token_expired, 401, clock …',
  found: (count) => (count === 1 ? '1 código' : `${count} códigos`),
  none: 'Ningún código coincide. Busca una palabra del rechazo, su estado o una parte del código.',
  clear: 'Mostrar todos los códigos',
  unknown: (code) => `No hay ningún código ${code}. Estos son todos.`,
  all: 'Todos los códigos',
  status: 'Estado',
  others: 'Códigos cercanos',
};
