import { expect, it } from 'vitest';
import { spanInWords } from './span.ts';

it.each([
  [0, '0 seconds'],
  [1, '1 second'],
  [90, '90 seconds'],
  [900, '15 minutes'],
  [5400, '90 minutes'],
  [3660, '1 hour'],
  [86_400 * 3, '3 days'],
  [86_400 * 365, '12 months'],
])('says %i seconds as %s', (seconds, words) => {
  expect(spanInWords(seconds, 'en')).toBe(words);
});

it('says it in the language asked for', () => {
  expect(spanInWords(900, 'de')).toBe('15 Minuten');
});
