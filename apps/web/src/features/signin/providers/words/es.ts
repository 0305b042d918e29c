import type { Words } from '../words.ts';

export const words: Words = {
  continueWith: (provider) => `Continuar con ${provider}`,
  person: 'Tu cuenta',
};
