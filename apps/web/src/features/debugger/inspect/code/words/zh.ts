import type { Words } from '../words.ts';

export const words: Words = {
  title: '在你的代码中验证',
  stacks: '生成代码用于',
  form: '你的服务所期望的值',
  hint: '根据令牌填写，而令牌可以随意声称：请填入你的服务必须坚持的值。',
  algorithm: '签名算法 (alg)',
  issuer: '签发者 (iss)',
  audience: '受众 (aud)',
  type: '类型 (typ)',
  anyType: '不检查',
  source: '密钥来源',
  sources: { jwks: '密钥集 (JWKS)', pem: '含公钥的文件' },
  url: '密钥集的地址',
  guessed: '由签发者推测。正确的地址在其发现文档中；此处不会获取。',
  path: '含公钥的文件 (PEM)',
  variable: '存放密钥的环境变量',
  never: '公钥和共享密钥都不会写入代码。',
  install: '安装',
  copyInstall: '复制命令',
  copy: '复制代码',
  code: (file) => `${file} 的代码`,
  look: '代码的显示方式',
  looks: { marked: '高亮', plain: '纯文本' },
  proofs: { run: '已在测试中运行。', parsed: '未运行。' },
  skew: (seconds) =>
    seconds === 0
      ? '时钟必须精确到秒一致；可在结论旁选择允许的偏差。'
      : `时钟可相差 ${seconds} 秒，如结论旁所选。`,
  refused: '无法为此生成代码。',
  encrypted: '该令牌已加密。验证代码适用于已签名的令牌：请先解密。',
};
