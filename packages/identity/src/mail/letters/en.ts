import type { Letters } from './letter.ts';

export const en: Letters = {
  test: `Subject: Mail from {{site}} arrives

Whoever runs {{site}} sent you this mail to see whether mail arrives. It does.

There is nothing for you to do.
`,
};
