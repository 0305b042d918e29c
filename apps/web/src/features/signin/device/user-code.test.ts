import { describe, expect, it } from 'vitest';
import { caretAfter, isWhole, lettersBefore, shownCode } from './user-code.ts';

describe('the code of a device', () => {
  it.each([
    ['', ''],
    ['bcdf', 'BCDF'],
    ['bcdfg', 'BCDF-G'],
    ['BCDF-GHJK', 'BCDF-GHJK'],
    [' bcdf ghjk\n', 'BCDF-GHJK'],
    ['bcdf–ghjk', 'BCDF-GHJK'],
    ['ＢＣＤＦＧＨＪＫ', 'BCDF-GHJK'],
    ['bcdfghjklmn', 'BCDF-GHJK'],
    ['<b>"\u202e', 'B'],
  ])('typed as %j is shown as %j', (typed, shown) => {
    expect(shownCode(typed)).toBe(shown);
  });

  it('is whole with eight letters', () => {
    expect([isWhole('BCDF-GHJ'), isWhole('BCDF-GHJK')]).toEqual([false, true]);
  });

  it('leaves the caret behind the same letter', () => {
    for (const letters of [0, 3, 4, 5, 8]) {
      const shown = 'BCDF-GHJK'.slice(0, caretAfter(letters));
      expect(lettersBefore(shown, shown.length)).toBe(letters);
    }
  });
});
