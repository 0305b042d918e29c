import type { Words } from '../words.ts';

export const words: Words = {
  document: 'Signet — No hay tal página',
  title: 'En esta dirección no hay ninguna página',
  lead: 'Puede estar mal escrita, o venir de un enlace de otro sitio.',
  back: 'Abrir el depurador',
};
