import type { Words } from '../words.ts';

export const words: Words = {
  title: '命令',
  filter: '你想做什么？',
  none: '没有这个名称的命令。',
  keys: '↑ ↓ 选择 · 回车执行 · Esc 关闭 · Ctrl 或 ⌘ K，或 ?，再次打开',
  panels: '面板',
  inspect: '检查令牌',
  sign: '签发令牌',
  compare: '比较两个令牌',
  refusal: '查看被拒绝的请求',
  checkNow: '按当前时间检查令牌',
  tour: '这里显示的是什么？',
  history: '看过的令牌',
};
