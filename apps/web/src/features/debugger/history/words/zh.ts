import type { Words } from '../words.ts';

export const words: Words = {
  title: '看过的令牌',
  keep: '在此浏览器中保留令牌',
  note: '最多 50 个，只保存在本机。从不保存密钥或机密。使用此浏览器的人都能读取。',
  offDeletes: (count) => `关闭后会删除已保留的全部 ${count} 个。`,
  off: '没有保留任何内容。',
  empty: '还没有保留的令牌。粘贴令牌后片刻，它会出现在这里。',
  nameless: '没有主体和签发者',
  remove: (kind) => `移除：${kind}`,
  clear: '全部移除',
  close: '关闭',
};
