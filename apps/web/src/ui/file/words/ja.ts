import { formatNumber } from '../../language/figures.ts';
import type { Words } from '../words.ts';

export const words: Words = {
  oversized: (size, most) =>
    `このファイルは${formatNumber(size)}バイトです。ここで読み取れるのは${formatNumber(most)}バイトまでです。ファイルは取り込まれず、ここにある内容は変わっていません。`,
};
