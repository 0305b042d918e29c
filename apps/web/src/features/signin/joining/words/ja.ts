import type { Words } from '../words.ts';

export const words: Words = {
  title: (organization) => `${organization} があなたを招待しています`,
  lead: (address) => `招待は ${address} に送られました。`,
  accept: '承諾する',
  decline: '辞退する',
  signIn: (organization) => `${organization} の招待を承諾するには、サインインしてください。`,
  otherAccount: '別のアカウントでサインイン',
  newAccount: '承諾するには、ユーザー名とパスワードを決めてください。今後はそれでサインインします。',
  create: 'アカウントを作成して承諾する',
  usernameMissing: 'ユーザー名を入力してください。',
  otherwise:
    '別のアドレスのアカウントをお持ちですか。先にそのアカウントのページでこのアドレスを確認し、もう一度リンクを開いてください。',
  joined: (organization) => `${organization} に入りました`,
  joinedLine: '次のサインインからアプリで選べます。脱退は自分のページでできます。',
  made: (person) => `アカウントを作成しました。ユーザー名は ${person} です。`,
  signInNow: 'サインイン',
  declined: (organization) => `${organization} の招待を辞退しました`,
  declinedLine: '何も作成されておらず、リンクはもう使えません。',
  overTitle: 'この招待は受け付けていません',
  over: '招待した人に新しい招待を求めてください。',
  account: '自分のアカウントを開く',
  busy: 'お待ちください',
};
