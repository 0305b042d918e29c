import type { Words } from '../words.ts';

export const words: Words = {
  title: '其他登录方式',
  lead: '在那边已登录的人，可以用它在这里登录。',
  signsIn: (name, email) =>
    email === undefined ? `${name} 可以为您登录。` : `${name} 可以为您登录，身份为 ${email}。`,
  doesNot: (name) => `${name} 不能为您登录。`,
  join: (name) => `关联 ${name}`,
  part: (name) => `解除 ${name}`,
  joined: '从现在起，您可以用它登录。',
  parted: '它不再为您登录。',
  proof: {
    lead: '您在这里没有密码。请用其他方式证明您的身份：',
    none: '您在这里没有密码。请先通过登录页面上的“忘记密码？”设置一个。',
    mail: '用邮件发送验证码',
    mailAgain: '再发一封邮件',
    code: '邮件中的验证码',
    codeMissing: '请输入邮件中的八位数字。',
    signIn: (name) => `再次用 ${name} 登录`,
    proven: '您刚刚再次登录。这在十分钟内可证明一项更改。',
  },
};
