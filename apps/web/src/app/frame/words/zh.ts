import type { Words } from '../words.ts';

export const words: Words = {
  product: 'Signet',
  pagesLabel: '页面',
  pages: { debugger: '调试器', learn: '学习', libraries: '库', errors: '错误' },
  skip: { debugger: '跳到令牌', learn: '跳到课程', libraries: '跳到库列表', errors: '跳到代码列表' },
  privacy: '数据不会离开此页面',
  privacyHint: '令牌和密钥只在浏览器中读取。页面加载后不再发送任何请求。',
  asks: '只在你同意后才发送请求',
  asksHint: '这里的请求只有在你按下按钮后才会发出，并会先显示地址。令牌和密钥在你的浏览器中读取。',
  language: '语言',
  theme: '主题',
  themes: { light: '浅色', auto: '跟随系统', dark: '深色' },
};
