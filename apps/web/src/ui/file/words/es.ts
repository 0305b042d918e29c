import { formatNumber } from '../../language/figures.ts';
import type { Words } from '../words.ts';

export const words: Words = {
  oversized: (size, most) =>
    `El archivo tiene ${formatNumber(size)} bytes; aquí se leen hasta ${formatNumber(most)}. No se ha tomado, y lo que hay aquí sigue como estaba.`,
};
