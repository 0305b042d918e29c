import { formatNumber } from '../language/figures.ts';
import { translated } from '../language/translated.ts';
import type { Translation } from '../language/translation.ts';

/** What is said of a file, in one place for translation. */
const english = {
  oversized: (size: number, most: number): string =>
    `The file has ${formatNumber(size)} bytes; up to ${formatNumber(most)} are read here. It was not taken, and what stands here is as it was.`,
};

export type Words = Translation<typeof english>;

export const words: Words = translated<Words>(english, {
  zh: () => import('./words/zh.ts'),
  ja: () => import('./words/ja.ts'),
  es: () => import('./words/es.ts'),
  de: () => import('./words/de.ts'),
});
