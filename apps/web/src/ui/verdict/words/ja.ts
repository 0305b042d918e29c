import type { Words } from '../words.ts';

export const words: Words = {
  tones: { verified: '検証済み', refused: '拒否', warning: '警告', unknown: '不明' },
};
