import { describe, expect, it } from 'vitest';
import { readMost } from './read-most.ts';

describe('what a rehearsal may cost', () => {
  it.each([
    [undefined, 1_000_000, 'USD'],
    [['5', 'USD'], 5_000_000, 'USD'],
    [['5USD'], 5_000_000, 'USD'],
    [['0.50 EUR'], 500_000, 'EUR'],
    [['0.000001', 'USD'], 1, 'USD'],
  ])('is read of %j', (words, most, currency) => {
    expect(readMost(words)).toEqual({ most, currency });
  });

  it.each([
    [['5']],
    [['USD']],
    [['0', 'USD']],
    [['-1', 'USD']],
    [['5', 'usd']],
    [['5', 'USD', '6']],
    [['9999999', 'USD']],
  ])('is refused as %j', (words) => {
    expect(() => readMost(words)).toThrow();
  });
});
