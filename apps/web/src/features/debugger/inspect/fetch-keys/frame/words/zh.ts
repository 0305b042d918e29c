import type { Words } from '../words.ts';

export const words: Words = {
  asks: {
    typed: '点击后，只向这个地址请求它的密钥，别无其他：',
    iss: '点击后，只向这个地址请求它的密钥，别无其他。它由令牌的 iss 得来：',
    jku: '点击后，只向这个地址请求它的密钥，别无其他。令牌自己指定了这个地址；写令牌的人选择了它：',
    discovery: (host) => `${host} 回答了一份发现文档。文档说密钥在这里：`,
  },
  learns: (host) =>
    `${host} 会知道你的网络地址，以及有人在请求。令牌和密钥留在页面内；不发送 Cookie 和 Referer。`,
  otherHost: (host) => `这台主机不是指定它的那一台。只有认识 ${host} 时才请求。`,
  otherIssuer: (issuer) =>
    `该文档代表另一个签发者 ${issuer}。验证方会拒绝它（OpenID Connect Discovery 1.0 §4.3）。`,
  fetch: (host) => `从 ${host} 获取`,
  asking: (host) => `正在请求 ${host}。`,
  cancel: '取消',
  again: '再次请求',
  done: '密钥已在密钥栏中。',
  instead: '或者自行请求，并把回答粘贴到密钥栏：',
  inTwoSteps: {
    document: '或者分两步自行请求。回答中的 jwks_uri 就是密钥的地址：',
    keys: '用该地址代替 JWKS_URI 发出请求，并把回答粘贴到密钥栏：',
  },
  addressFault: {
    none: '没有地址。',
    'too-long': '这个地址比任何密钥地址都长。',
    'no-address': '这不是地址。',
    'not-https': '密钥只通过 https 或从本机获取：在未加密的线路上，任何人都能换上自己的密钥。',
    credentials: '地址中含有名称或密码。密钥是公开的：请去掉它们。',
  },
  failure: {
    withheld:
      '没有本页面可以读取的回答。要么那里无人应答，要么服务器不让其他站点的页面读取其密钥（没有发送 Access-Control-Allow-Origin）。',
    offline: '浏览器处于离线状态。请连接网络后再次请求。',
    timeout: '10 秒内没有收到完整的回答。',
    cancelled: '已取消。没有采用任何内容。',
    redirect: '这个地址转向另一个地址，后者没有被请求。请直接请求它转向的地址。',
    'too-large': '回答超过 256 KiB，密钥集不会这么大。',
    'not-text': '回答不是文本。',
    policy: '本页面的主机不允许它请求其他服务器（被内容安全策略禁止）。',
  },
  status: (status) =>
    status === 404
      ? '这个地址上什么也没有（404）。请检查路径；发现文档以 /.well-known/openid-configuration 结尾。'
      : `服务器回答了 ${status}，而不是密钥。`,
  answerFault: {
    'web-page': '应为密钥，却收到一个网页。请检查地址。',
    'not-json': '回答不是 JSON。请检查地址。',
    'not-keys': '回答是 JSON，但既不含密钥，也没说密钥在哪里（没有 keys，也没有 jwks_uri）。',
    'keys-elsewhere': '发现文档没有为密钥给出可以请求的地址：需要 https。',
  },
};
