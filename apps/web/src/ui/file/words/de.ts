import { formatNumber } from '../../language/figures.ts';
import type { Words } from '../words.ts';

export const words: Words = {
  oversized: (size, most) =>
    `Die Datei hat ${formatNumber(size)} Bytes; hier werden bis zu ${formatNumber(most)} gelesen. Sie wurde nicht übernommen; was hier steht, ist unverändert.`,
};
