import type { Words } from '../words.ts';

export const words: Words = {
  said: {
    title: '拒绝说了什么',
    empty: '代码及其含义、应为什么、实为什么，以及如何修正。',
    pasted: '与粘贴的内容一致；其中没有任何内容经过检查。',
    status: '状态',
    code: '代码',
    unknownCode: '这不是 Signet 的代码。',
    meaning: '含义',
    description: '原文',
    expected: '应为',
    actual: '实为',
    fix: '修正',
    rule: '规则',
    reference: '引用号',
    scope: '需要的 scope',
    onlyReference: '仅凭引用号看不出拒绝的内容。记录中有。',
    challenge: {
      invalid_token: '令牌目前不能被接受：已过期、已撤销、被改动，或用于别的用途。',
      insufficient_scope: '令牌没有问题，但不含该路由要求的内容。',
      insufficient_user_authentication: '令牌没有问题，但其登录对该路由来说太弱或太久。',
      invalid_request: '请求出示令牌的方式不能被接受。',
      other: '质询中的错误不在 RFC 6750 之列。',
      none: '该路由需要令牌，但没有收到。此时还谈不上令牌有问题。',
    },
    noReference: '其中没有引用号。请查找 signet-reference 头，或正文中的成员 reference。',
  },
  steps: {
    expected: '应为',
    actual: '实为',
    title: '请求的各个步骤',
    none: '这不是网关的决定：请求在到达网关之前就结束了，因此没有步骤。',
  },
  about: '关于请求',
  token: '令牌说了什么',
};
