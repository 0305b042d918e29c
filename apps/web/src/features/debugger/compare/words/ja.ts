import type { Words } from '../words.ts';

const sides = { first: '1 つ目', second: '2 つ目' } as const;

function list(names: readonly string[]): string {
  const most = 6;
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown} ほか ${names.length - most} 件` : shown;
}

export const words: Words = {
  page: '2 つのトークンを比較',
  verdict: '比較の結果',
  state: {
    waiting: '比較',
    same: '同じ',
    different: '異なる',
    unreadable: '比較できません',
    warning: '要注意',
  },
  conclusions: {
    empty: '2 つのトークンを貼り付けると違いがわかります。サンプルも試せます。',
    oneSided: (missing) => `比較する${sides[missing]}のトークンを貼り付けてください。`,
    unreadable: (which, why) => `${sides[which]}のトークンを読み取れません。${why}`,
    notAToken: 'JSON Web Token ではありません。',
    identical: '2 つのテキストは 1 文字も違いません。',
    sameContent: 'ヘッダーとペイロードの内容は同じで、署名だけが異なります。',
    rewritten: '内容は同じですが、書き方 (順序、空白、エスケープ) が異なります。',
    reissued: (names) => `同じ内容を別の時刻に発行したものです。違うのは ${list(names)} だけです。`,
    differ: (names) =>
      names.length === 1
        ? `違うのは ${list(names)} だけです。`
        : `${names.length} 件が異なります: ${list(names)}。`,
    sameSignature: (names) => {
      const named = names.length === 0 ? 'テキスト' : list(names);
      return `${named} が異なるのに署名が同じです。この署名が正しいトークンは多くても 1 つです。`;
    },
    encrypted: (names) =>
      names.length === 0
        ? 'ヘッダーの内容は同じです。中身は暗号化されており、比較していません。'
        : `ヘッダーの ${list(names)} が異なります。中身は暗号化されており、比較していません。`,
  },
  token: {
    title: { first: '1 つ目のトークン', second: '2 つ目のトークン' },
    label: { first: '比較する 1 つ目のトークン', second: '比較する 2 つ目のトークン' },
    placeholder: {
      first: 'トークンを貼り付けます (例: 受け付けられたもの)。',
      second: 'もう一方を貼り付けます (例: 拒否されたもの)。',
    },
    take: '「検査」から',
    file: { first: '1 つ目のトークンをファイルから開く', second: '2 つ目のトークンをファイルから開く' },
    clear: { first: '1 つ目のトークンを消去', second: '2 つ目のトークンを消去' },
    foot: 'このページの中で読み取ります。ここでは検証しません。',
    removed: (what) => `トークンの周囲から取り除いたもの: ${what.join('、')}。`,
  },
  swap: '入れ替える',
  sample: 'サンプルを試す',
  show: '表示する内容',
  shown: { all: 'すべて', differences: '違いのみ' },
  parts: { header: 'ヘッダー', payload: 'ペイロード', rest: '署名', encrypted: '暗号化された部分' },
  count: (differences) => {
    if (differences === 0) return '違いなし';
    return differences === 1 ? '違い 1 件' : `違い ${differences} 件`;
  },
  columns: { name: '名前', state: '状態', first: '1 つ目', second: '2 つ目' },
  kinds: { same: '同じ', changed: '変更', 'only-first': '1 つ目のみ', 'only-second': '2 つ目のみ' },
  whole: 'テキストとして',
  again: 'さらに',
  absent: 'なし',
  later: (span) => `${span}後`,
  earlier: (span) => `${span}前`,
  nothingDiffers: 'ここに違いはありません。',
  noMembers: 'どちらのトークンにもありません。',
  showAll: (count) => `全 ${count} 行を表示`,
  empty: {
    title: '比較の使いみち',
    text: '一方だけが受け付けられる理由、更新で変わった点、改変の有無を調べられます。ヘッダーパラメーターとクレームを並べ、数値は最後の桁まで、時刻は言葉で示します。',
  },
  roles: {
    header: 'ヘッダー',
    payload: 'ペイロード',
    signature: '署名',
    'encrypted-key': '暗号化された鍵',
    'initialisation-vector': '初期化ベクトル',
    ciphertext: '暗号文',
    'authentication-tag': 'タグ',
    'unprotected-header': '非保護ヘッダー',
    'additional-data': '追加データ',
    surplus: '余分な部分',
  },
};
