import type { Letters } from './letter.ts';

export const de: Letters = {
  test: `Subject: Mail von {{site}} kommt an

Wer {{site}} betreibt, hat dir diese Mail geschickt, um zu sehen, ob Mail ankommt. Sie kommt an.

Du brauchst nichts zu tun.
`,
};
