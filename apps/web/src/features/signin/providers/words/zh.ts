import type { Words } from '../words.ts';

export const words: Words = {
  continueWith: (provider) => `使用 ${provider} 继续`,
  person: '您的账户',
};
