import { formatNumber } from '../../language/figures.ts';
import type { Words } from '../words.ts';

export const words: Words = {
  oversized: (size, most) =>
    `该文件有 ${formatNumber(size)} 字节;此处最多读取 ${formatNumber(most)} 字节。文件未被采用,这里的内容保持不变。`,
};
