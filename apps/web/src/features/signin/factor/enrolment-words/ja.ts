import type { Words } from '../enrolment-words.ts';

export const words: Words = {
  title: '認証アプリを追加してください',
  lead: 'ここでは全員に第二要素が必要です。追加するとサインインできます。',
};
