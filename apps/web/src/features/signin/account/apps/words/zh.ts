import type { Words } from '../words.ts';

export const words: Words = {
  title: '应用',
  lead: '你允许访问的应用，以及每个应用可以代表你做什么。',
  none: '已没有应用可以访问你的账户。',
  may: '用于',
  actsIn: (organization) => `以 ${organization} 的名义`,
  since: '允许于',
  lastUsed: '上次使用',
  unused: '尚未使用',
  withdraw: '取消访问',
  withdrawOne: (app) => `取消访问：${app}`,
  withdrawn: (app) => `${app} 已不能访问你的账户。`,
  ask: {
    title: (app) => `取消 ${app} 的访问？`,
    lost: '它会立即在你的所有设备上退出登录，之后必须重新征求你的同意。它已持有的关于你的内容仍会保留：如需删除，请联系其运营者。',
    action: '取消访问',
    cancel: '保留',
  },
};
