import type { Words } from '../words.ts';

export const words: Words = {
  page: '查看被拒绝的请求',
  verdict: '被拒绝的请求',
  line: {
    empty: { word: '拒绝', reason: '粘贴拒绝所说的内容，查看原因和修正方法。' },
    reference: {
      word: '引用号',
      reason: '它指向一个请求。读取记录即可看到每一步发生了什么。',
    },
    unread: { word: '未读取', reason: '这不是引用号、问题文档或质询。' },
    refused: '已拒绝',
    failed: '未应答',
    forwarded: '已转发',
    linked: {
      word: '来自链接',
      reason: '这份说明来自链接：其内容由制作链接的人选定。',
    },
    badLink: {
      word: '未读取',
      reason: '链接中没有可以读取的说明。请索取新的链接，或索取引用号。',
    },
  },
  text: {
    title: '被拒绝的请求',
    label: '拒绝：粘贴引用号、问题文档、质询或完整的响应',
    placeholder: 'req_…、拒绝的 JSON 正文、其 WWW-Authenticate 头，或 curl -i 的全部输出',
    hint: '在本页面内读取。除非你请求记录，否则不发送任何内容。',
    clear: '清空拒绝',
  },
  record: {
    title: '每一步发生了什么',
    empty: '凭引用号，管理员可以读取请求的记录：每一步的应为与实为。',
    read: '读取记录',
    asks: (address) => `先向 ${address} 询问这里是否有 Signet，再要求管理员登录。`,
    asksAgain: (address) => `以你当前的登录请求 ${address}。`,
    looking: '正在询问这里是否有 Signet。',
    reading: '正在读取记录。',
    nobody: (origin) => `${origin} 没有 Signet 应答：本页面的背后没有 Signet。`,
    nobodyFix: (reference) =>
      `请在拒绝该调用的 Signet 的调试器中打开引用号，或在它运行的地方执行“npx --no signet explain ${reference}”。`,
    elsewhere: (issuer) => `本页面背后的 Signet 名为 ${issuer}。请在那里打开它的调试器登录。`,
    notRead: '无法读取记录。',
    signedIn: '已以管理员身份登录，仅保存在本页面的内存中。',
    signOut: '退出登录',
    linkedTitle: '链接说了什么',
    linked: '来自链接：其内容由制作链接的人选定。没有请求任何服务器。',
  },
  signIn: {
    title: '登录以读取记录',
    note: '只有管理员可以读取记录。',
    submit: '登录并读取',
  },
};
