import type { Unfinished } from '../../../../ui/language/translation.ts';
import type { Words } from '../words.ts';

const parts: Readonly<Record<string, string>> = { header: '头部', payload: '载荷' };
const part = (name: string): string => parts[name] ?? name;

export const words: Unfinished<Words> = {
  verdict: '新令牌的状态',
  presets: '模板',
  preset: {
    'access-token': '访问令牌',
    'id-token': 'ID 令牌',
    'client-assertion': '客户端断言',
    'logout-token': '登出令牌',
  },
  header: { title: '头部', label: '头部（JSON）' },
  payload: { title: '载荷', label: '载荷（JSON）' },
  placeholder: 'JSON 对象',
  times: '设置时间',
  time: {
    issued: '签发：现在',
    quarter: '过期：15 分钟后',
    hour: '过期：1 小时后',
    early: '生效：5 分钟后',
  },
  key: {
    title: '签名密钥',
    algorithm: '算法',
    generate: '生成新密钥',
    privateLabel: '私钥或共享密钥',
    copyPrivate: '复制私钥',
    copySecret: '复制共享密钥',
    publicTitle: '公钥部分',
    copyPublic: '复制公钥',
    secretNote: '共享密钥没有公钥部分：能用它验证的人也能签名。',
  },
  token: {
    open: '在“检查”中打开',
  },
  copied: '已复制',
  problems: {
    json: (name, sentence) => `${part(name)}不是 JSON：${sentence}`,
    object: (name) => `${part(name)}不是 JSON 对象。`,
    duplicate: (name, member) => `${part(name)}中“${member}”出现了两次。`,
    algorithm: (named, key) => `头部指定 ${named}，而密钥用于 ${key}。请在密钥旁选择算法。`,
  },
};
