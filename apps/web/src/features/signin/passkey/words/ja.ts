import type { Words } from '../words.ts';

export const words: Words = {
  signIn: 'パスキーでサインイン',
  instead: 'パスキーを使う',
  use: 'パスキーを使う',
  lead: (person) => `${person} にはパスキーがあります。端末が指、顔、または PIN を求めます。`,
  none: 'パスキーは使われませんでした。もう一度試すか、別の方法でサインインしてください。',
};
