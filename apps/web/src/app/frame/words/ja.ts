import type { Words } from '../words.ts';

export const words: Words = {
  product: 'Signet',
  pagesLabel: 'ページ',
  pages: { debugger: 'デバッガー', learn: '学ぶ', libraries: 'ライブラリ', errors: 'エラー' },
  skip: {
    debugger: 'トークンへ移動',
    learn: 'レッスンへ移動',
    libraries: 'ライブラリへ移動',
    errors: 'コードへ移動',
  },
  privacy: 'データはこのページの外に出ません',
  privacyHint: 'トークンと鍵はブラウザーの中で読み取ります。読み込み後、ページは何も送信しません。',
  asks: '同意したときだけ問い合わせます',
  asksHint:
    'ここからの送信は、ボタンを押したときだけ行われ、宛先は先に表示されます。トークンと鍵はブラウザー内で読み取られます。',
  language: '言語',
  theme: 'テーマ',
  themes: { light: 'ライト', auto: 'システム', dark: 'ダーク' },
};
