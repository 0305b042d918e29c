import type { Words } from '../words.ts';

export const words: Words = {
  title: 'エラーコード',
  documentTitle: (page) => `${page} — Signet`,
  lead: 'Signet の拒否にはすべてコードが付きます。各ページには、何が起きたか、何が期待されていたか、直し方、根拠となる規則が書かれています。ページは英語です。',
  find: 'コードを探す',
  placeholder: 'token_expired, 401, clock …',
  found: (count) => `${count} 件のコード`,
  none: '一致するコードがありません。拒否の文中の語、ステータス、コードの一部で検索してください。',
  clear: 'すべてのコードを表示',
  unknown: (code) => `コード ${code} はありません。以下がすべてのコードです。`,
  all: 'すべてのコード',
  status: 'ステータス',
  others: '近いコード',
};
