import type { Words } from '../words.ts';

export const words: Words = {
  email: {
    title: '电子邮件地址',
    none: '没有登记地址。没有地址，就无法通过邮件更换忘记的密码。',
    verified: (address) => `与您账户有关的邮件会发送到 ${address}。`,
    unverified: (address) => `${address} 尚未确认。`,
    open: '设置地址',
    change: '更改地址',
    field: '新的电子邮件地址',
    missing: '请输入电子邮件地址，例如 name@example.org。',
    action: '向该地址发送链接',
    sent: '链接正在发往该地址。打开链接并确认后，它就属于您。',
  },
  password: {
    title: '密码',
    lead: '请输入当前密码和新密码。',
    open: '更改密码',
    field: '新密码',
    missing: '请输入新密码。',
    endOthers: '在其他所有地方退出登录',
    action: '保存密码',
    changed: (ended) => (ended === 0 ? '您的密码已更改。' : `您的密码已更改，另有 ${ended} 个会话已结束。`),
  },
  now: '当前密码',
  nowMissing: '请输入当前密码。',
  cancel: '取消',
  busy: '请稍候',
};
