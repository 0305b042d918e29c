import type { Letters } from './letter.ts';

export const ja: Letters = {
  test: `Subject: {{site}} からのメールが届きました

これは {{site}} の管理者が、メールが届くかどうかを確かめるために送ったメールです。届いています。

何もしていただく必要はありません。
`,
};
