import { formatNumber } from '../../../../ui/language/figures.ts';
import type { Words } from '../words.ts';

const halves: Readonly<Record<string, string>> = { private: '私钥', public: '公钥' };

export const words: Words = {
  page: 'JWT 调试器',
  intro: {
    what: 'Signet 在您的浏览器中读取、验证和签发 JSON Web Token。',
    sample: '这是一个示例：在任意位置粘贴您自己的令牌。',
    empty: '在任意位置粘贴令牌，或拖入文件。',
  },
  samples: {
    groups: {
      algorithms: '算法',
      kinds: '种类',
      faults: '常见错误',
    },
    names: {
      ES256: 'ES256',
      RS256: 'RS256',
      PS256: 'PS256',
      EdDSA: 'EdDSA',
      HS256: 'HS256',
      'access-token': '访问令牌',
      'id-token': 'ID 令牌',
      'dpop-proof': 'DPoP 证明',
      'sd-jwt': 'SD-JWT',
      encrypted: '已加密（JWE）',
      expired: '已过期',
      'other-key': '由另一个密钥签名',
      'quoted-secret': '共享密钥带引号',
      unsigned: '未签名（alg: none）',
    },
  },
  verdict: '结论',
  verdicts: {
    empty: '粘贴一个令牌来读取，或试用示例。',
    noKey: '签名尚未验证。请提供密钥。',
    keyUnreadable: '签名未验证：无法读取密钥。',
    notChecked: (what) => `未检查：${what.join('、')}。`,
    unchecked: {
      issuer: '签发者',
      audience: '受众',
      client: '客户端',
      method: '请求方法',
      url: '请求地址',
      expiry: '到期时间（令牌没有）',
    },
    giveKey: '提供密钥',
    checking: '正在验证签名。',
    matches: (algorithm, kid) =>
      kid === undefined
        ? `签名与你提供的 ${algorithm} 密钥相符。`
        : `签名与你提供的 ${algorithm} 密钥“${kid}”相符。`,
    matchesLinked: '签名与链接中的密钥相符。该密钥由制作链接的人选定。',
    matchesNamed: (address) =>
      `签名与来自 ${address} 的密钥匹配。是令牌自己指向那里的；写令牌的人选择了这个地址。`,
    signatureRight: '其签名与你提供的密钥相符。',
    signatureUnchecked: '其签名未验证。',
  },
  copied: '已复制',
  token: {
    title: '令牌',
    label: '令牌：粘贴 JSON Web Token',
    placeholder: '在此粘贴令牌。前面的“Bearer”、引号和换行都不影响。',
    copy: '复制令牌',
    clear: '清空令牌和密钥',
    edit: '编辑并签名',
    compare: '比较',
    samples: '示例',
    sample: '试用示例',
    file: '从文件打开令牌',
    foot: '粘贴或输入时，在本页面内读取并验证。',
    removed: (what) => `已去除令牌周围的内容：${what.join('、')}。`,
  },
  key: {
    title: '密钥',
    label: '密钥：共享密钥、PEM、JWK 或 JWKS',
    placeholder: '共享密钥、PEM、JWK 或 JWKS',
    hint: '公钥或共享密钥。它不会离开本页面。',
    encoding: '共享密钥的格式',
    encodings: { utf8: '文本', base64: 'Base64', base64url: 'Base64url', hex: '十六进制' },
    copy: '复制密钥',
    file: '从文件打开密钥',
    copyThumbprint: '复制指纹（RFC 7638）',
    thumbprint: '指纹',
    unnamed: '无 kid',
    matched: '相符',
    keysOfSet: '密钥集中的密钥',
    certificate: (subject, validity) => `${subject} 的证书，${validity}。证书本身未经验证。`,
    notInEncoding: {
      sentence: (encoding) => `该共享密钥不是 ${encoding} 格式。`,
      fix: '请选择共享密钥的格式。',
    },
    otherName: {
      sentence: '密钥的名称与令牌要求的不同。',
      fix: '让签发者以令牌中的名称公布该密钥。',
    },
    secret: '共享密钥。能用它验证的人也能用它签名。',
    set: (keys) => `包含 ${keys} 个可用密钥的密钥集。`,
    described: (half, form, algorithms) =>
      half === 'private'
        ? `用于 ${algorithms.join('、')} 的私钥（${form}）。只使用其公钥部分。`
        : `用于 ${algorithms.join('、')} 的${halves[half] ?? half}（${form}）。`,
  },
  findings: {
    title: '发现',
    none: '没有需要修正的地方。',
    empty: '令牌的错误或风险会显示在这里，并附上修正方法。',
    count: (count) => `${count} 项发现`,
  },
  time: {
    title: '检查令牌的时间',
    at: '检查时间',
    now: '现在',
    skew: '允许的时钟偏差',
    seconds: (seconds) => (seconds < 60 ? `${seconds} 秒` : `${seconds / 60} 分钟`),
    checkedNow: '按当前时间检查',
    checkedAt: (at) => `按 ${at} 检查`,
    note: '使用你的时区。结论和所有“5分钟后”之类的时间都据此计算。',
  },
  share: {
    open: '分享链接',
    title: '分享此令牌的链接',
    warning: '拿到链接的人就拿到了令牌，在过期之前都可以使用。请只分享测试用的令牌，不要分享真实用户的令牌。',
    token: '整个令牌放在链接的 # 之后，浏览器不会把这部分发送给服务器。',
    noKey: '不附带密钥。',
    publicKey: '附带公钥。',
    privateStays: '只附带密钥的公钥部分；私钥留在此处。',
    secretStays: '密钥留在此处：它是机密。',
    close: '暂不',
    copy: '复制链接',
    received: '令牌和密钥来自一个链接。',
    named: (address) => `是令牌自己指向这个密钥的，地址为 ${address}。`,
    trust: '我认识这个密钥',
    trustAddress: '我认识这个地址',
  },
  diagnosis: {
    title: '为何不相符',
    searching: '正在尝试常见的错误。',
    tooLong: '令牌太长，无法逐一尝试。请检查密钥本身。',
    found: (tried, causes) => `尝试了 ${formatNumber(tried)} 种组合，找到 ${causes} 个原因。`,
    nothing: (tried) =>
      `尝试了 ${formatNumber(tried)} 种组合：密钥的其他写法、其他算法、签名的其他形式。都不相符，因此这是另一个密钥，或者令牌被改动过。`,
    certainty: { proven: '已证实。', hint: '很可能。' },
    otherReading: {
      sentence: '签名正确，但密钥的读取方式与签名时不同。',
      fix: '按原本的方式读取密钥。',
    },
  },
  mends: {
    secret: {
      asItIs: '',
      withoutLineBreak: '去掉末尾换行',
      trimmed: '去掉首尾空白',
      withoutMark: '去掉字节顺序标记',
      unquoted: '去掉引号',
      withLineBreak: '末尾加上换行',
      withWindowsLineBreak: '末尾加上 Windows 换行',
      unescaped: '把 \\n 当作换行',
      percentDecoded: '解开百分号编码',
    },
    label: (change, encoding) => {
      const reading = {
        utf8: '按文本读取',
        base64: '按 Base64 读取',
        base64url: '按 Base64url 读取',
        hex: '按十六进制读取',
        '': '',
      };
      return [change, reading[encoding]].filter((part) => part !== '').join('，');
    },
    useKey: (name) => `使用密钥“${name}”`,
    withoutMarks: '去掉用途标记后再试',
    publicHalf: '只保留公钥部分',
    applied: (label) => `已完成：${label}。`,
    undo: '撤销',
  },
  ends: '过期时间',
  ended: '已过期',
};
