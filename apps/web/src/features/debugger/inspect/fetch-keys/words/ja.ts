import type { Words } from '../words.ts';

export const words: Words = {
  open: 'URL から鍵を取得',
  note: 'JWKS またはディスカバリー文書です。アドレス全体を確認してボタンを押すまで、何も問い合わせません。',
  address: '鍵セットまたはディスカバリー文書のアドレス',
  placeholder: 'https://…/.well-known/openid-configuration',
  look: 'リクエストを確認',
  fromToken: 'トークンから',
  suggestion: {
    iss: 'トークンの iss による、発行者のディスカバリー文書。iss は誰でも自由に書けます。知っている場合だけ取得してください。',
    jku: 'トークン自身がこのアドレスを示しています（jku）。選んだのはトークンを書いた人です。',
  },
  frame: '送信前のリクエスト',
  fault: {
    none: 'アドレスを入力してください。',
    'too-long': '鍵のアドレスとしては長すぎます。',
    'no-address': 'アドレスではありません。アドレスは https:// で始まります。',
    'not-https': '鍵は https、または localhost から取得します。',
    credentials: 'アドレスに名前またはパスワードが含まれています。鍵は公開情報です。取り除いてください。',
  },
  notReady:
    'ほかのサーバーに問い合わせる文書を開けませんでした。このページがオフラインか、ホストが表示を許可していません（frame-src）。自分でアドレスに問い合わせ、応答を鍵の欄に貼り付けてください：',
  fetched: (from, at) => `${from} の鍵。${at} に取得しました。`,
  via: (document) => `アドレスは ${document} に示されています。`,
};
