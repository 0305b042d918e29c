import type { Words } from '../words.ts';

export const words: Words = {
  link: '创建账户',
  ask: {
    title: '创建账户',
    lead: '请输入您的电子邮件地址。我们会向该地址发送链接，供您选择用户名和密码。',
    field: '电子邮件地址',
    missing: '请输入您的电子邮件地址，例如 name@example.org。',
    action: '发送链接',
    back: '返回登录',
    sentTitle: '请查看您的邮件',
    sent: [
      '邮件正在发往此地址，其中的链接一天内有效。',
      '没有收到？请查看垃圾邮件，然后询问此 Signet 的运营者。',
    ],
  },
  complete: {
    title: '选择用户名和密码',
    lead: '今后您用它们登录。',
    missing: '请输入用户名。',
    action: '创建账户',
    doneTitle: '您的账户已创建',
    done: (person) => `您的用户名是 ${person}。请用它登录。`,
    again: '索取新链接',
  },
  busy: '请稍候',
};
