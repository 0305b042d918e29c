import { translated } from '../../ui/language/translated.ts';
import type { Translation } from '../../ui/language/translation.ts';

/** The sentences around the pages of the codes, which themselves are English. */
const english = {
  title: 'Error codes',
  documentTitle: (page: string): string => `${page} — Signet`,
  lead: 'Every refusal of Signet carries a code. Its page says what happened, what was expected, how to fix it, and the rule behind it.',
  find: 'Find a code',
  placeholder: 'token_expired, 401, clock …',
  found: (count: number): string => (count === 1 ? '1 code' : `${count} codes`),
  none: 'No code fits. Search for a word of the refusal, its status, or a part of its code.',
  clear: 'Show all codes',
  unknown: (code: string): string => `There is no code ${code}. These are all there are.`,
  all: 'All codes',
  status: 'Status',
  others: 'Codes beside it',
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
