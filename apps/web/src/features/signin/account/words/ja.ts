import type { Words } from '../words.ts';

export const words: Words = {
  title: 'あなたのアカウント',
  signedInAs: (person) => `${person} としてサインインしています。`,
  signOut: 'サインアウト',
  devices: 'サインインしている場所',
  lead: '心当たりのないものがあれば、サインアウトさせて、この Signet の管理者に知らせてください。',
  current: 'このブラウザー',
  unknownDevice: '種類が分からない端末',
  on: (browser, system) => `${system} の ${browser}`,
  lastUsed: '最終使用',
  since: 'サインイン',
  endOne: (device) => `${device} をサインアウトさせる`,
  endOneShort: 'サインアウト',
  alone: 'ほかの場所ではサインインしていません。',
  endOthers: 'ほかのすべてでサインアウト',
  ask: {
    title: 'ほかのすべてでサインアウトしますか?',
    lost: (count) => `ほかの ${count} 件のセッションが終了します。その端末では再びパスワードが必要です。`,
    action: 'サインアウト',
    cancel: 'そのままにする',
  },
  ended: (count) => `${count} 件のセッションを終了しました。`,
};
