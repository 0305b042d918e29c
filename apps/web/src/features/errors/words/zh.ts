import type { Words } from '../words.ts';

export const words: Words = {
  title: '错误代码',
  documentTitle: (page) => `${page} — Signet`,
  lead: 'Signet 的每次拒绝都带有一个代码。它的页面说明发生了什么、预期是什么、如何修复，以及背后的规则。页面为英文。',
  find: '查找代码',
  placeholder: 'token_expired, 401, clock …',
  found: (count) => `${count} 个代码`,
  none: '没有匹配的代码。请搜索拒绝信息中的词、状态码或代码的一部分。',
  clear: '显示全部代码',
  unknown: (code) => `没有代码 ${code}。以下是全部代码。`,
  all: '全部代码',
  status: '状态',
  others: '相邻的代码',
};
