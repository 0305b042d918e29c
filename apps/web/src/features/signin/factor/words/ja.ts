import type { Words } from '../words.ts';

export const words: Words = {
  title: '本人であることを示してください',
  lead: (person) =>
    `${person} には第二要素があります。認証アプリを開き、このアカウントに表示されているコードを入力してください。`,
  code: 'アプリのコード',
  codeMissing: 'アプリに表示されている 6 桁の数字を入力してください。',
  useRecovery: 'リカバリーコードを使う',
  recoveryLead: (person) =>
    `アプリを追加したときに ${person} が受け取ったリカバリーコードを 1 つ入力してください。それぞれ 1 回だけ使えます。`,
  recovery: 'リカバリーコード',
  recoveryMissing: 'リカバリーコードを入力してください。',
  useApp: '認証アプリを使う',
  action: 'サインイン',
  back: '別の人としてサインイン',
};
