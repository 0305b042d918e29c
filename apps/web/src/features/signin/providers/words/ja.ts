import type { Words } from '../words.ts';

export const words: Words = {
  continueWith: (provider) => `${provider} で続ける`,
  person: 'あなたのアカウント',
};
