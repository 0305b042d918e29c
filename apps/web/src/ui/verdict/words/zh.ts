import type { Words } from '../words.ts';

export const words: Words = {
  tones: { verified: '已验证', refused: '已拒绝', warning: '警告', unknown: '未知' },
};
