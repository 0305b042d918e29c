import type { Words } from '../words.ts';

export const words: Words = {
  title: 'これまでに見たトークン',
  keep: 'トークンをこのブラウザーに保存する',
  note: '最大 50 件、この端末にのみ保存します。鍵やシークレットは保存しません。このブラウザーを使う人は誰でも読めます。',
  offDeletes: (count) => `オフにすると、保存されている ${count} 件をすべて削除します。`,
  off: '何も保存していません。',
  empty: 'まだ保存されたものはありません。トークンを貼り付けると、まもなくここに表示されます。',
  nameless: '主体も発行者もなし',
  remove: (kind) => `削除: ${kind}`,
  clear: 'すべて削除',
  close: '閉じる',
};
