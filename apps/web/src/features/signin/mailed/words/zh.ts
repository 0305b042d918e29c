import type { Words } from '../words.ts';

export const words: Words = {
  forgotten: {
    title: '忘记密码？',
    lead: '请输入您的用户名或电子邮件地址。如果有这样的账户，新密码的链接会发送到它的地址。',
    field: '用户名或电子邮件地址',
    missing: '请输入您的用户名或电子邮件地址。',
    action: '发送链接',
    back: '返回登录',
    sentTitle: '请查看您的邮箱',
    sent: [
      '如果有这样的账户，且其电子邮件地址已确认，链接已在途中。链接在半小时内有效。',
      '没有收到？请查看垃圾邮件，然后询问此 Signet 的运营者。',
    ],
  },
  reset: {
    title: '选择新密码',
    lead: '您账户的所有会话都会结束，您需用新密码重新登录。',
    field: '新密码',
    missing: '请输入新密码。',
    action: '保存密码',
    doneTitle: '您的密码已更改',
    done: '从现在起请用新密码登录。您已在所有地方退出登录。',
    signIn: '登录',
    again: '申请新链接',
  },
  confirm: {
    title: '确认您的电子邮件地址',
    lead: '此后，与您账户有关的邮件会发送到这个地址。',
    action: '确认',
    doneTitle: '您的地址已确认',
    done: (address) => `与您账户有关的邮件会发送到 ${address}。`,
    account: '打开我的账户',
  },
  busy: '请稍候',
};
