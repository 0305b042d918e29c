import type { Words } from '../words.ts';

export const words: Words = {
  title: '您的账户',
  signedInAs: (person) => `您已以 ${person} 的身份登录。`,
  signOut: '退出登录',
  devices: '您的登录位置',
  lead: '如果有您不认识的设备，请将其退出，并告知此 Signet 的管理者。',
  current: '此浏览器',
  unknownDevice: '未说明类型的设备',
  on: (browser, system) => `${system} 上的 ${browser}`,
  lastUsed: '上次使用',
  since: '登录时间',
  endOne: (device) => `退出 ${device}`,
  endOneShort: '退出',
  alone: '您没有在其他地方登录。',
  endOthers: '退出其他所有位置',
  ask: {
    title: '退出其他所有位置？',
    lost: (count) => `${count} 个其他会话将结束。这些设备需要重新输入密码。`,
    action: '退出',
    cancel: '保持登录',
  },
  ended: (count) => `已结束 ${count} 个会话。`,
};
