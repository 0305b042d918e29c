import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from './nearest.ts';

describe('the nearest word', () => {
  it.each([
    ['scope', 'scopes'],
    ['audiance', 'audience'],
    ['Issuer', 'issuer'],
    ['xyz', undefined],
    ['', undefined],
    ['a'.repeat(10_000), undefined],
  ])('to %s is %s', (word, meant) => {
    expect(nearest(word, ['issuer', 'any', 'audience', 'scopes', 'roles'])).toBe(meant);
  });

  it('is found by a distance: none to itself, the same both ways, never more than the longer word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, one)).toBe(0);
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});
