import { z } from 'zod';
import { nearest } from '../problems/nearest.ts';
import { allowed, listed } from './allowed.ts';

/** One of the given words; a slip of the pen gets the word that was meant. */
export function choice<const Word extends string>(words: readonly Word[]): z.ZodType<Word, string> {
  return z.enum(words, {
    error: ({ input }) => {
      const meant = typeof input === 'string' ? nearest(input, words) : undefined;
      return allowed(
        listed(words),
        meant === undefined ? 'Write one of these.' : `Did you mean \`${meant}\`?`,
      );
    },
  });
}
