import type { Words } from '../words.ts';

export const words: Words = {
  modes: { title: 'Qué hacer', inspect: 'Examinar', sign: 'Firmar', compare: 'Comparar', refusal: 'Rechazo' },
};
