import type { Words } from '../words.ts';

export const words: Words = {
  title: '自分のコードで検証する',
  stacks: '生成する言語',
  form: 'サービスが期待する値',
  hint: 'トークンの内容から入力しています。トークンは何とでも名乗れるため、サービスが必ず求める値を入力してください。',
  algorithm: '署名アルゴリズム (alg)',
  issuer: '発行者 (iss)',
  audience: '宛先 (aud)',
  type: '種類 (typ)',
  anyType: '確認しない',
  source: '鍵の取得元',
  sources: { jwks: '鍵セット (JWKS)', pem: '公開鍵のファイル' },
  url: '鍵セットのアドレス',
  guessed: '発行者からの推測です。正しいアドレスはディスカバリー文書にあります。ここでは取得しません。',
  path: '公開鍵のファイル (PEM)',
  variable: 'シークレットの環境変数',
  never: '鍵もシークレットもコードには入りません。',
  install: 'インストール',
  copyInstall: 'コマンドをコピー',
  copy: 'コードをコピー',
  code: (file) => `${file} のコード`,
  look: 'コードの表示',
  looks: { marked: '強調表示', plain: 'そのまま' },
  proofs: { run: 'テストで実行済み。', parsed: '実行していません。' },
  skew: (seconds) =>
    seconds === 0
      ? '時計は秒単位で一致している必要があります。許容差は判定の横で選べます。'
      : `時計の差は ${seconds} 秒まで許されます（判定の横で選択）。`,
  refused: 'この内容のコードは生成しません。',
  encrypted: 'トークンは暗号化されています。検証コードは署名されたトークン用です。先に復号してください。',
};
