import type { Words } from '../words.ts';

export const words: Words = {
  title: '在设备上登录',
  lead: '输入你的设备显示的代码。',
  field: '代码',
  missing: '代码有八个字母。',
  warning: '只有设备就在你面前时才继续。给你发代码或链接的人会以你的身份登录。',
  action: '继续',
  busy: '请稍候',
  ends: {
    allowed: { title: '你的设备已登录', lines: ['你可以关闭此页，在设备上继续。'] },
    denied: { title: '你的设备没有登录', lines: ['你拒绝了。它什么也没有得到。'] },
    over: {
      title: '此次登录已结束',
      lines: [
        '它已过期、已被回答，或在另一个浏览器中开始。什么都没有做。',
        '请让设备显示新的代码，并输入该代码。',
      ],
    },
  },
  another: '输入另一个代码',
  account: '打开我的账户',
};
