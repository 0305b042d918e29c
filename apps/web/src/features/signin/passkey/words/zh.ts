import type { Words } from '../words.ts';

export const words: Words = {
  signIn: '使用通行密钥登录',
  instead: '使用通行密钥',
  use: '使用你的通行密钥',
  lead: (person) => `${person} 有通行密钥。你的设备会要求指纹、面容或 PIN。`,
  none: '没有使用通行密钥。请再试一次，或用其他方式登录。',
};
