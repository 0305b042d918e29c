import type { Words } from '../words.ts';

export const words: Words = {
  title: 'アプリ',
  lead: '許可したアプリと、それぞれがあなたの名でできることです。',
  none: 'あなたのアカウントにアクセスできるアプリはもうありません。',
  may: '対象',
  actsIn: (organization) => `${organization} の名で`,
  since: '許可',
  lastUsed: '最後の使用',
  unused: 'まだ使われていません',
  withdraw: 'アクセスを取り消す',
  withdrawOne: (app) => `アクセスを取り消す：${app}`,
  withdrawn: (app) => `${app} はあなたのアカウントにアクセスできなくなりました。`,
  ask: {
    title: (app) => `${app} のアクセスを取り消しますか？`,
    lost: 'すべての端末で直ちにサインアウトされ、次からは改めて許可を求めなければなりません。すでに持っている情報はアプリに残ります。削除するには運営者に依頼してください。',
    action: 'アクセスを取り消す',
    cancel: 'そのままにする',
  },
};
