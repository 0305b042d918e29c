import type { Words } from '../words.ts';

export const words: Words = {
  progress: (stop, stops) => `${stop} / ${stops}`,
  next: '下一步',
  back: '上一步',
  done: '完成',
  end: '结束导览',
  stops: {
    token: {
      title: '令牌',
      text: '传输中的 JSON Web Token：由点分隔的三个部分，各有颜色。直接粘贴到这里，周围的其他文字也没关系。',
    },
    header: {
      title: '头部',
      text: '令牌如何签名、用的是哪个密钥。此时还没有人为它担保：只读取，不相信。',
    },
    payload: {
      title: '载荷',
      text: '签发者的声明：关于谁、给谁用、有效到何时。它只是编码，并未加密；拿到令牌的人都能读取。',
    },
    key: {
      title: '密钥',
      text: '提供公钥或共享密钥，就会用它验证签名。密钥不会离开本页面。',
    },
    verdict: {
      title: '结论',
      text: '这个令牌能否相信，用始终可见的一行说明。“已验证”只针对粘贴的字节和你提供的密钥。',
    },
    findings: {
      title: '发现',
      text: '错误或不妥之处，最严重的在前，每项都附修正方法。签名不相符时，会在这里尝试常见的错误。',
    },
  },
};
