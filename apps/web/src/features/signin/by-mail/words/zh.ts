import type { Words } from '../words.ts';

export const words: Words = {
  offer: '通过邮件登录',
  title: '通过邮件登录',
  lead: '我们会向您确认过的地址发送一个验证码和一个链接。',
  name: '用户名或邮箱地址',
  nameMissing: '请输入您的用户名或邮箱地址。',
  ask: '发送邮件',
  sentTitle: '请查看您的邮件',
  sentLead: (name) =>
    `如果 ${name} 属于一个有已确认地址的账户，邮件已在路上。请在这里输入其中的验证码，或在这个浏览器中打开其中的链接。两者在十分钟内有效。`,
  code: '邮件中的验证码',
  codeMissing: '请输入邮件中的八位数字。',
  signIn: '登录',
  again: '再发一封邮件',
  back: '用其他方式登录',
  elsewhereTitle: '这个链接属于另一个浏览器',
  elsewhere: [
    '它只在您请求邮件的浏览器中为您登录。',
    '请在那里打开它，或在等待验证码的页面上输入邮件中的验证码。',
  ],
};
