import type { Words } from '../words.ts';

export const words: Words = {
  title: '组织',
  lead: '您所属的组织，以及您在其中的角色。',
  none: '您已不属于任何组织。',
  leave: '退出',
  leaveOne: (organization) => `退出 ${organization}`,
  left: (organization) => `您已退出 ${organization}。`,
  ask: {
    title: (organization) => `退出 ${organization}？`,
    lost: '您以其名义使用的每个应用都会立即在所有设备上失去访问权限。只有管理员能让您重新加入。',
    action: '确认退出',
    cancel: '留下',
  },
};
