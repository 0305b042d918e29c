import type { Words } from '../words.ts';

export const words: Words = {
  open: '从 URL 获取密钥',
  note: 'JWKS 或发现文档。在你看到完整地址并按下按钮之前，不会发出任何请求。',
  address: '密钥集或发现文档的地址',
  placeholder: 'https://…/.well-known/openid-configuration',
  look: '查看请求',
  fromToken: '来自令牌',
  suggestion: {
    iss: '按令牌的 iss 得到的签发者发现文档。任何人都能写任何 iss：只有认识它时才获取。',
    jku: '令牌自己指定了这个地址（jku）；写令牌的人选择了它。',
  },
  frame: '发送前的请求',
  fault: {
    none: '请给出地址。',
    'too-long': '这个地址比任何密钥地址都长。',
    'no-address': '这不是地址。地址以 https:// 开头。',
    'not-https': '密钥只通过 https 或从 localhost 获取。',
    credentials: '地址中含有名称或密码。密钥是公开的：请去掉它们。',
  },
  notReady:
    '无法打开向其他服务器发请求的文档：本页面处于离线状态，或其主机不允许显示该文档（frame-src）。请自行请求该地址，并把回答粘贴到密钥栏：',
  fetched: (from, at) => `来自 ${from} 的密钥，获取于 ${at}。`,
  via: (document) => `地址由 ${document} 指定。`,
};
