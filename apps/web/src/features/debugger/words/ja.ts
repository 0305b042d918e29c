import type { Words } from '../words.ts';

export const words: Words = {
  modes: { title: '操作', inspect: '検査', sign: '署名', compare: '比較', refusal: '拒否' },
};
