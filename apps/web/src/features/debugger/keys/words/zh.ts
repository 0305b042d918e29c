import type { Words } from '../words.ts';

export const words: Words = {
  password: {
    label: '密钥的密码',
    note: '密钥已加密。密码不会离开此页面。',
    waiting: '密钥已加密。给出密码才能使用。',
    fix: '在密钥下方输入密码。',
  },
};
