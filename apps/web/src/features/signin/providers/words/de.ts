import type { Words } from '../words.ts';

export const words: Words = {
  continueWith: (provider) => `Weiter mit ${provider}`,
  person: 'Dein Konto',
};
