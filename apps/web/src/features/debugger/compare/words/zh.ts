import type { Words } from '../words.ts';

const sides = { first: '第一个', second: '第二个' } as const;

function list(names: readonly string[]): string {
  const most = 6;
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown} 等另 ${names.length - most} 项` : shown;
}

export const words: Words = {
  page: '比较两个令牌',
  verdict: '比较结果',
  state: { waiting: '比较', same: '相同', different: '不同', unreadable: '未比较', warning: '请仔细查看' },
  conclusions: {
    empty: '粘贴两个令牌查看差异，或试用示例。',
    oneSided: (missing) => `请粘贴${sides[missing]}令牌进行比较。`,
    unreadable: (which, why) => `无法读取${sides[which]}令牌。${why}`,
    notAToken: '它不是 JSON Web Token。',
    identical: '两段文本逐字符相同。',
    sameContent: '头部和载荷内容相同；只有签名不同。',
    rewritten: '内容相同，但写法不同：顺序、空白或转义。',
    reissued: (names) => `同一声明在不同时间签发：只有 ${list(names)} 不同。`,
    differ: (names) =>
      names.length === 1 ? `只有 ${list(names)} 不同。` : `${names.length} 项不同：${list(names)}。`,
    sameSignature: (names) => {
      const named = names.length === 0 ? '文本' : list(names);
      return `${named} 不同而签名相同：其中至多一个令牌是这样签名的。`;
    },
    encrypted: (names) =>
      names.length === 0
        ? '头部内容相同。内部已加密，未作比较。'
        : `头部的 ${list(names)} 不同。内部已加密，未作比较。`,
  },
  token: {
    title: { first: '第一个令牌', second: '第二个令牌' },
    label: { first: '要比较的第一个令牌', second: '要比较的第二个令牌' },
    placeholder: { first: '粘贴一个令牌，例如可用的那个。', second: '粘贴另一个，例如被拒绝的那个。' },
    take: '取自“检查”',
    file: { first: '从文件打开第一个令牌', second: '从文件打开第二个令牌' },
    clear: { first: '清空第一个令牌', second: '清空第二个令牌' },
    foot: '在本页面内读取。此处不作验证。',
    removed: (what) => `已去除令牌周围的内容：${what.join('、')}。`,
  },
  swap: '交换',
  sample: '试用示例',
  show: '显示内容',
  shown: { all: '全部', differences: '仅差异' },
  parts: { header: '头部', payload: '载荷', rest: '签名', encrypted: '加密部分' },
  count: (differences) => {
    if (differences === 0) return '无差异';
    return differences === 1 ? '1 处差异' : `${differences} 处差异`;
  },
  columns: { name: '名称', state: '状态', first: '第一个', second: '第二个' },
  kinds: { same: '相同', changed: '已更改', 'only-first': '仅第一个', 'only-second': '仅第二个' },
  whole: '作为文本',
  again: '再次',
  absent: '不存在',
  later: (span) => `晚 ${span}`,
  earlier: (span) => `早 ${span}`,
  nothingDiffers: '此处无差异。',
  noMembers: '两个令牌都没有。',
  showAll: (count) => `显示全部 ${count} 行`,
  empty: {
    title: '比较的用途',
    text: '为何一个令牌被接受而另一个不被接受；刷新改变了什么；是否有人改动过令牌。每个头部参数和声明都并列显示，数字精确到最后一位，时间以文字表示。',
  },
  roles: {
    header: '头部',
    payload: '载荷',
    signature: '签名',
    'encrypted-key': '加密的密钥',
    'initialisation-vector': '初始化向量',
    ciphertext: '密文',
    'authentication-tag': '标签',
    'unprotected-header': '未受保护的头部',
    'additional-data': '附加数据',
    surplus: '多余部分',
  },
};
