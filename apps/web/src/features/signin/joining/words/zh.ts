import type { Words } from '../words.ts';

export const words: Words = {
  title: (organization) => `${organization} 邀请您加入`,
  lead: (address) => `邀请已发送到 ${address}。`,
  accept: '接受',
  decline: '拒绝',
  signIn: (organization) => `请登录以接受 ${organization} 的邀请。`,
  otherAccount: '用另一个账户登录',
  newAccount: '要接受邀请，请选择用户名和密码。以后用它们登录。',
  create: '创建账户并接受',
  usernameMissing: '请输入用户名。',
  otherwise: '您有使用其他地址的账户？请先在您自己的页面上为它确认此地址，然后再次打开链接。',
  joined: (organization) => `您已加入 ${organization}`,
  joinedLine: '从您下次登录起，应用会提供它。您可以在自己的页面上退出。',
  made: (person) => `您的账户已创建。您的用户名是 ${person}。`,
  signInNow: '登录',
  declined: (organization) => `您拒绝了 ${organization} 的邀请`,
  declinedLine: '没有创建任何内容，该链接已失效。',
  overTitle: '此邀请已不再有效',
  over: '请向邀请您的人索取新的邀请。',
  account: '打开我的账户',
  busy: '请稍候',
};
