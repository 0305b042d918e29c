import type { Words } from '../words.ts';

export const words: Words = {
  said: {
    title: '拒否の内容',
    empty: 'コードと意味、期待値、実際の値、そして直し方。',
    pasted: '貼り付けられたままの内容です。何も検証していません。',
    status: 'ステータス',
    code: 'コード',
    unknownCode: 'これは Signet のコードではありません。',
    meaning: '意味',
    description: '届いたままの文',
    expected: '期待値',
    actual: '実際の値',
    fix: '対処',
    rule: '規則',
    reference: '参照番号',
    scope: '必要なスコープ',
    onlyReference: '参照番号だけでは拒否の内容は分かりません。記録を読むと分かります。',
    challenge: {
      invalid_token:
        'このトークンはそのままでは受け入れられません。期限切れ、失効、改変、または別の用途のものです。',
      insufficient_scope: 'トークンに問題はありませんが、ルートが求めるものを含んでいません。',
      insufficient_user_authentication:
        'トークンに問題はありませんが、そのサインインはルートには弱すぎるか古すぎます。',
      invalid_request: 'トークンの提示方法が受け入れられないものです。',
      other: 'RFC 6750 にないエラーを伴うチャレンジです。',
      none: 'ルートにはトークンが必要ですが、届きませんでした。トークンの誤りはまだ問題になっていません。',
    },
    noReference:
      '参照番号がありません。signet-reference ヘッダー、または本文のメンバー reference を探してください。',
  },
  steps: {
    expected: '期待値',
    actual: '実際の値',
    title: 'リクエストの各段階',
    none: 'ゲートウェイの判断ではありません。リクエストはその前に終わったため、段階の記録はありません。',
  },
  about: 'リクエストについて',
  token: 'トークンの内容',
};
