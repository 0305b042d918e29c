import type { Words } from '../words.ts';

export const words: Words = {
  email: {
    title: 'メールアドレス',
    none: 'アドレスが登録されていません。アドレスがないと、忘れたパスワードをメールで置き換えられません。',
    verified: (address) => `アカウントについてのメールは ${address} に送ります。`,
    unverified: (address) => `${address} はまだ確認されていません。`,
    open: 'アドレスを設定',
    change: 'アドレスを変更',
    field: '新しいメールアドレス',
    missing: 'メールアドレスを入力してください（例：name@example.org）。',
    action: 'そこにリンクを送る',
    sent: 'そのアドレスにリンクをお送りしています。リンクを開いて確認すると、あなたのアドレスになります。',
  },
  password: {
    title: 'パスワード',
    lead: '現在のパスワードと新しいパスワードを入力します。',
    open: 'パスワードを変更',
    field: '新しいパスワード',
    missing: '新しいパスワードを入力してください。',
    endOthers: 'ほかのすべての場所でサインアウトする',
    action: 'パスワードを保存',
    changed: (ended) =>
      ended === 0
        ? 'パスワードを変更しました。'
        : `パスワードを変更し、ほかの ${ended} 件のセッションを終了しました。`,
  },
  now: '現在のパスワード',
  nowMissing: '現在のパスワードを入力してください。',
  cancel: 'キャンセル',
  busy: 'お待ちください',
};
