import type { Words } from '../words.ts';

export const words: Words = {
  sends: '名前とパスワードの送信先：',
  asksThen: 'その後の問い合わせ先：',
  kept: 'Cookie は設定しません。サインアウトするか、この画面を離れるか、ページを閉じるとセッションは終わります。',
  username: '名前',
  password: 'パスワード',
  newPassword: '新しいパスワード',
  newPasswordNote: 'このパスワードは 1 回限りです。別のものを選んでください。',
  code: '認証アプリのコード、またはリカバリーコード',
  busy: 'サインインしています',
  cancel: '後で',
  failed: '読み取れる応答がありませんでした。もう一度試してください。',
};
