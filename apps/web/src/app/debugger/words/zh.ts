import type { Words } from '../words.ts';

export const words: Words = {
  groups: { pages: '页面', lessons: '课程' },
  lessons: {
    structure: '结构',
    claims: '声明',
    signatures: '签名',
    life: '令牌的一生',
    storage: '在浏览器中存放',
    refresh: '刷新与轮换',
    revocation: '撤销',
    gateways: '网关',
    sso: '单点登录',
    services: '服务间调用',
    access: '角色与属性',
  },
};
