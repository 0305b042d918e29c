import type { Words } from '../words.ts';

export const words: Words = {
  title: 'なぜサインアウトされたのですか？',
  lead: 'この一日に終わったあなたのセッションです。',
  action: '表示する',
  none: 'この一日に終わったセッションはありません。',
  causes: {
    logout: 'この端末でサインアウトしました。',
    ended_elsewhere: '別の端末からサインアウトしました。',
    account_deleted: 'アカウントが削除されました。',
    refresh_token_reused:
      'サインイン情報が二度使われました。コピーされたか、端末が古いものを持っていました。心当たりがなければパスワードを変更してください。',
    code_reused: 'アプリ用のサインインが二度使われました。',
    administrator: 'この Signet の運営者が終わらせました。',
    account_disabled: 'アカウントが無効にされました。',
    password_changed: 'パスワードが変更されました。',
    client_removed: 'アプリが削除されました。',
    consent_withdrawn: 'アプリのアクセスを取り消しました。',
    organization_left: '組織から抜けました。',
    organization_disabled: '組織が閉じられました。',
    revoked_by_client: 'アプリがアクセスを返却しました。',
    expired: 'セッションの最長期間に達しました。',
    unused: '長い間使われませんでした。',
  },
};
