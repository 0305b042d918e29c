import { relativeTime as englishTime } from '@signet/token/describe';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from './current-language.ts';
import { formatNumber, relativeTime } from './figures.ts';

afterEach(() => speak('en'));

const minute = 60_000;

describe('figures', () => {
  it('are written as the reader of the page writes them', () => {
    expect(formatNumber(12_345)).toBe('12,345');
    speak('de');
    expect(formatNumber(12_345)).toBe('12.345');
    expect(relativeTime(4 * minute, 0)).toBe('in 4 Min.');
    speak('ja');
    expect(relativeTime(0, 3 * 24 * 60 * minute)).toBe('3 日前');
  });

  it('are in English those of the token room', () => {
    for (const distance of [0, 1, 59, 60, 3599, 3600, 86_400, 40 * 86_400, 800 * 86_400]) {
      expect(relativeTime(distance * 1000, 0)).toBe(englishTime(distance, 0));
    }
  });

  it('change their unit where English does', () => {
    speak('es');
    expect(relativeTime(59_999, 0)).toBe('dentro de 59 s');
    expect(relativeTime(60_000, 0)).toBe('dentro de 1 min');
    expect(relativeTime(0, 0)).toBe('ahora');
  });
});
