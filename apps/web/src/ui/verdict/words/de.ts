import type { Words } from '../words.ts';

export const words: Words = {
  tones: { verified: 'Verifiziert', refused: 'Abgelehnt', warning: 'Warnung', unknown: 'Offen' },
};
