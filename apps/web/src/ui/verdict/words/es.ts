import type { Words } from '../words.ts';

export const words: Words = {
  tones: { verified: 'Verificado', refused: 'Rechazado', warning: 'Advertencia', unknown: 'Sin determinar' },
};
