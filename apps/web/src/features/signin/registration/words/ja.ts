import type { Words } from '../words.ts';

export const words: Words = {
  link: 'アカウントを作成',
  ask: {
    title: 'アカウントを作成',
    lead: 'メールアドレスを入力してください。ユーザー名とパスワードを選ぶためのリンクが届きます。',
    field: 'メールアドレス',
    missing: 'メールアドレスを入力してください（例：name@example.org）。',
    action: 'リンクを送る',
    back: 'サインインに戻る',
    sentTitle: 'メールをご覧ください',
    sent: [
      'このアドレスにメールを送りました。リンクは一日有効です。',
      '届かない場合は迷惑メールを確認し、それからこの Signet の運営者に尋ねてください。',
    ],
  },
  complete: {
    title: 'ユーザー名とパスワードを選ぶ',
    lead: '今後はこれらでサインインします。',
    missing: 'ユーザー名を入力してください。',
    action: 'アカウントを作成する',
    doneTitle: 'アカウントができました',
    done: (person) => `ユーザー名は ${person} です。これでサインインしてください。`,
    again: '新しいリンクを求める',
  },
  busy: 'お待ちください',
};
