import type { Words } from '../words.ts';

export const words: Words = {
  sends: '名称和密码发送到',
  asksThen: '然后请求：',
  kept: '不设置 Cookie。退出登录、离开此视图或关闭页面时，会话即结束。',
  username: '名称',
  password: '密码',
  newPassword: '新密码',
  newPasswordNote: '该密码只能使用一次。请另选一个。',
  code: '验证器应用的验证码，或恢复码',
  busy: '正在登录',
  cancel: '暂不',
  failed: '没有收到可以读取的内容。请重试。',
};
