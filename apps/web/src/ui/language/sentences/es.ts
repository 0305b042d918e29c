import type { Sentences } from '../translate.ts';

export const words: Sentences = {};
