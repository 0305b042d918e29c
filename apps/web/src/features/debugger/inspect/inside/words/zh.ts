import type { Words } from '../words.ts';

export const words: Words = {
  decrypted: {
    word: '已解密',
    reason: (algorithm, encryption) =>
      `已用你给出的密钥解密（${algorithm}，${encryption}）。这说明谁能读它，而不是谁写了它。`,
    nested: (algorithm, encryption) =>
      `已用你给出的密钥解密（${algorithm}，${encryption}）。里面是另一个令牌：打开它以验证其签名。`,
    waiting: '令牌已加密。给出接收方的密钥即可读取。',
    keyUnreadable: '令牌未解密：无法读取密钥。',
  },
  nested: {
    opened: '已打开里面的令牌',
  },
  detached: {
    title: '分离签名的载荷',
    label: '载荷：分离签名所覆盖的内容',
    placeholder: '载荷本身，或它的 base64url',
    note: '这个令牌不含载荷（RFC 7515 附录 F）。把载荷粘贴到这里以检查签名。',
    waiting: '载荷在别处。粘贴它以检查签名。',
    file: '从文件打开载荷',
  },
  found: '要查看的所粘贴文本中的令牌',
  several: {
    label: '要查看的签名',
    other: (index) => `请看签名 ${index}：它与密钥匹配。`,
    choice: (index, count) => `签名 ${index}/${count}`,
    recipient: (index, count) => `接收方 ${index}/${count}`,
  },
  sdJwt: {
    title: '选择性披露',
    count: (disclosed, held) => `已披露 ${disclosed} 项，保留 ${held} 项`,
    unread: '签名匹配，但令牌之后的内容尚未读取：可能太长，或者不是披露。',
    held: '被保留的声明与诱饵看起来相同：都是没有对应披露的摘要。',
    place: '声明',
    value: '值',
    digest: '摘要',
    none: '除签发者令牌本身所说的以外，没有披露任何内容。',
    unplaced: '不在任何位置',
    claims: '验证者看到的声明',
    showAll: (lines) => `显示全部 ${lines} 行`,
    copyClaims: '将声明复制为 JSON',
    binding: {
      title: '密钥绑定',
      none: '没有密钥绑定令牌：无法表明发送者就是持有者。',
      right: 'sd_hash 与所出示的内容相符。',
      wrong: 'sd_hash 不符：该令牌是为另一次出示而制作的。',
      missing: '密钥绑定令牌没有 sd_hash。',
      signed: '其签名与 cnf 中的密钥匹配。',
      unsigned: '其签名与 cnf 中的密钥不匹配。',
      unchecked: '其签名未检查：令牌的 cnf 中没有密钥。',
      open: '打开密钥绑定令牌',
    },
  },
};
