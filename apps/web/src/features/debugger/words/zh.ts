import type { Words } from '../words.ts';

export const words: Words = {
  modes: { title: '要做什么', inspect: '检查', sign: '签名', compare: '比较', refusal: '拒绝' },
};
