import type { Words } from '../words.ts';

export const words: Words = {
  title: '请证明是你本人',
  lead: (person) => `${person} 有第二因素。请打开验证器应用，输入它为此账户显示的验证码。`,
  code: '应用的验证码',
  codeMissing: '请输入应用显示的六位数字。',
  useRecovery: '使用恢复码',
  recoveryLead: (person) => `请输入添加应用时给 ${person} 的一个恢复码。每个只能用一次。`,
  recovery: '恢复码',
  recoveryMissing: '请输入恢复码。',
  useApp: '使用验证器应用',
  action: '登录',
  back: '以其他人登录',
};
