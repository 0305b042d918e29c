import type { Words } from '../words.ts';

export const words: Words = {
  modes: {
    title: 'Was zu tun ist',
    inspect: 'Prüfen',
    sign: 'Signieren',
    compare: 'Vergleichen',
    refusal: 'Ablehnung',
  },
};
