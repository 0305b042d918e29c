import type { Words } from '../enrolment-words.ts';

export const words: Words = {
  title: '请添加验证器应用',
  lead: '这里人人都需要第二因素。添加之后即可登录。',
};
