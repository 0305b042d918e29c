import type { Words } from '../words.ts';

export const words: Words = {
  document: 'Signet — ページがありません',
  title: 'このアドレスにページはありません',
  lead: '入力の誤りか、別の場所のリンクから来たのかもしれません。',
  back: 'デバッガーを開く',
};
