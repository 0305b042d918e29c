import { translated } from '../../../ui/language/translated.ts';
import type { Translation } from '../../../ui/language/translation.ts';

/** Every sentence of the history, in one place for translation. */
const english = {
  title: 'Tokens you have looked at',
  keep: 'Keep tokens in this browser',
  note: 'Up to 50 tokens, on this machine only. Never keys or secrets. Whoever uses this browser can read them.',
  offDeletes: (count: number): string =>
    count === 1
      ? 'Turning it off deletes the one that is kept.'
      : `Turning it off deletes all that are kept, now ${count}.`,
  off: 'Nothing is kept.',
  empty: 'Nothing is kept yet. A token appears here a moment after you paste it.',
  nameless: 'No subject and no issuer',
  remove: (kind: string): string => `Remove: ${kind}`,
  clear: 'Remove all',
  close: 'Close',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
