import type { Words } from '../words.ts';

export const words: Words = {
  held: {
    title: '保存的关于您的信息',
    lead: '您的账户、地址、会话、验证要素以及所做的操作，以文件形式提供。其中不含密码和秘密。',
    action: '下载',
    done: '文件正在下载。',
  },
  leave: {
    title: '删除账户',
    lead: '关于您的一切信息都会被移除，您会在所有地方退出登录。此操作无法撤销。',
    open: '删除账户',
    field: (person) => `请输入 ${person} 以确认`,
    missing: '请输入您的用户名。',
    action: '永久删除',
  },
  gone: {
    title: '您的账户已删除',
    lines: ['除了操作日志中一条不含您姓名的记录外，不再保存关于您的任何信息。'],
  },
};
