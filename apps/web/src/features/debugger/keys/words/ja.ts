import type { Words } from '../words.ts';

export const words: Words = {
  password: {
    label: '鍵のパスワード',
    note: '鍵は暗号化されています。パスワードはこのページから出ません。',
    waiting: '鍵は暗号化されています。使うにはパスワードを入力してください。',
    fix: '鍵の下にパスワードを入力してください。',
  },
};
