import { translated } from '../language/translated.ts';
import type { Translation } from '../language/translation.ts';

/** The four verdicts, in one place for translation. */
const english = {
  tones: { verified: 'Verified', refused: 'Refused', warning: 'Warning', unknown: 'Unknown' },
} as const;

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
