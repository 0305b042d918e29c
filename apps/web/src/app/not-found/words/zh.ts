import type { Words } from '../words.ts';

export const words: Words = {
  document: 'Signet — 没有此页面',
  title: '这个地址没有页面',
  lead: '地址可能输入有误，或来自别处的链接。',
  back: '打开调试器',
};
