import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchTemplate, templateOf } from './template.ts';

describe('a sentence with places', () => {
  it('gives the values of a text that was made of it', () => {
    const template = templateOf('The claim {} is not a time, but {}.');
    expect(matchTemplate(template, 'The claim exp is not a time, but a string.')).toEqual([
      'exp',
      'a string',
    ]);
    expect(matchTemplate(template, 'The claim exp is a time.')).toBeUndefined();
  });

  it('does not take the same characters twice', () => {
    expect(matchTemplate(templateOf('a {} a'), 'a a')).toBeUndefined();
    expect(matchTemplate(templateOf('{}, {},'), ',')).toBeUndefined();
  });

  it('gives values with which the template makes the very text again', () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), {
      minLength: 2,
      maxLength: 5,
    });
    const values = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ') }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, values, (fixed, given) => {
        const text = fixed
          .map((piece, index) => (index === 0 ? piece : `${given[index - 1]}${piece}`))
          .join('');
        const found = matchTemplate(templateOf(fixed.join('{}')), text);
        if (!found) return;
        const again = fixed
          .map((piece, index) => (index === 0 ? piece : `${found[index - 1]}${piece}`))
          .join('');
        expect(again).toBe(text);
      }),
    );
  });
});
