import type { Words } from '../words.ts';

export const words: Words = {
  title: 'コマンド',
  filter: '何をしますか?',
  none: 'その名前のコマンドはありません。',
  keys: '↑ ↓ で選択 · Enter で実行 · Esc で閉じる · Ctrl または ⌘ K、または ? で再び開く',
  panels: 'パネル',
  inspect: 'トークンを検査',
  sign: 'トークンに署名',
  compare: '2 つのトークンを比較する',
  refusal: '拒否されたリクエストを見る',
  checkNow: 'トークンを現在の時刻で検査',
  tour: 'この画面の見方',
  history: 'これまでに見たトークン',
};
