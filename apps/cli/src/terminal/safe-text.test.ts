import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeInline, safeText } from './safe-text.ts';
import { labelled, wrap } from './wrap.ts';

describe('text from outside', () => {
  it('cannot steer the terminal or turn the direction of writing around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeText(text)).not.toMatch(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    expect(safeText('\u001b[31m\u202eevil\u009b')).toBe('\\u001b[31m\\u202eevil\\u009b');
  });

  // The last but one turns the direction of writing, the last spells in letters that nobody sees.
  it.each([
    ['ad\u200bmin', 'ad\\u200bmin'],
    ['ad\u00admin', 'ad\\u00admin'],
    ['a\u2028b', 'a\\u2028b'],
    ['a\u061cb', 'a\\u061cb'],
    ['a\u{e0041}', 'a\\udb40\\udc41'],
  ])('cannot hide a part of itself: %j', (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  it('cannot begin a line of its own inside of another, and hides nothing', () => {
    expect(safeInline('x\n\n✓ Verified\u200b\u3164\ufeff')).toBe(
      'x\\u000a\\u000a✓ Verified\\u200b\\u3164\\ufeff',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(safeInline(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('stays as it is where it is harmless', () => {
    expect(safeText('Grüße, 世界\n\tok')).toBe('Grüße, 世界\n\tok');
  });
});

describe('wrapping', () => {
  it('loses nothing and keeps to the width unless a word is longer', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (list, width) => {
        const lines = wrap(list.join(' '), width);
        expect(lines.join(' ')).toBe(list.join(' '));
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('puts the text beside its label, and under itself', () => {
    expect(labelled('Fix', 'one two three four five six', 6, 26)).toBe(
      'Fix   one two three four\n      five six',
    );
  });
});
