import type { Letters } from './letter.ts';

export const zh: Letters = {
  test: `Subject: {{site}} 的邮件可以送达

{{site}} 的运营者发送这封邮件，是为了确认邮件能够送达。它送达了。

您无需进行任何操作。
`,
};
