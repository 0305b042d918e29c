import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingStretch } from './differing-stretch.ts';

describe('the stretch in which two texts differ', () => {
  it.each([
    ['read', 'read write', ['read', '', ' write', '']],
    ['"aXc"', '"aYc"', ['"a', 'X', 'Y', 'c"']],
    ['aa', 'aaa', ['aa', '', 'a', '']],
    ['same', 'same', ['same', '', '', '']],
    // The two share their first unit; a half of a character must not stand alone.
    ['\u{1F600}', '\u{1F601}', ['', '\u{1F600}', '\u{1F601}', '']],
  ])('of %j and %j', (first, second, [before, one, other, after]) => {
    expect(differingStretch(first, second)).toEqual({ before, first: one, second: other, after });
  });

  it('puts both texts together again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        const { before, first, second, after } = differingStretch(one, other);
        expect([before + first + after, before + second + after]).toEqual([one, other]);
      }),
    );
  });
});
