import type { Words } from '../words.ts';

export const words: Words = {
  title: 'ほかのサインイン方法',
  lead: 'そちらにサインインしている人は、それを使ってここにサインインできます。',
  signsIn: (name, email) =>
    email === undefined ? `${name} でサインインできます。` : `${name} でサインインできます（${email}）。`,
  doesNot: (name) => `${name} ではサインインできません。`,
  join: (name) => `${name} を結び付ける`,
  part: (name) => `${name} を外す`,
  joined: 'これからは、それでサインインできます。',
  parted: 'それではもうサインインできません。',
  proof: {
    lead: 'ここではパスワードがありません。別の方法で本人であることを示してください。',
    none: 'ここではパスワードがありません。先にサインインのページの「パスワードをお忘れですか？」から設定してください。',
    mail: 'コードをメールで送る',
    mailAgain: 'もう一度メールを送る',
    code: 'メールのコード',
    codeMissing: 'メールにある 8 桁の数字を入力してください。',
    signIn: (name) => `もう一度 ${name} でサインインする`,
    proven: 'もう一度サインインしたところです。10 分間、一つの変更を証明します。',
  },
};
