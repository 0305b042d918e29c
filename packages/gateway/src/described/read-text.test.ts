import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from './read-query.ts';
import { readText } from './read-text.ts';

describe('the text of a parameter', () => {
  it.each(['1e3', '1.0', '+1', ' 1', '1 ', '01', '0x10', '', '-0', '١', '9007199254740993', 'NaN'])(
    'is no integer: %j',
    (text) => {
      expect(readText(text, 'integer')).toBeUndefined();
    },
  );

  it.each([
    'Infinity',
    'NaN',
    '.5',
    '5.',
    '+1',
    '0x1',
    ' 1',
    '1 ',
    '',
    '"1"',
    '1e999',
    '0.12345678901234567890',
  ])('is no number: %j', (text) => {
    expect(readText(text, 'number')).toBeUndefined();
  });

  it.each(['TRUE', '1', 'yes', ''])('is neither true nor false: %j', (text) => {
    expect(readText(text, 'boolean')).toBeUndefined();
  });

  it('is what it says', () => {
    expect(readText('-12', 'integer')).toBe(-12);
    expect(readText('1e3', 'number')).toBe(1000);
    expect(readText('false', 'boolean')).toBe(false);
    expect(readText('12', 'string')).toBe('12');
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        (value) => value === 0 || readText(String(value), 'integer') === value,
      ),
    );
  });
});

describe('a query', () => {
  it('is read as forms are', () => {
    expect(readQuery('?a=1&b=x%20y+z&a=2&c&=d&&e=%F0%9F%98%80')).toEqual(
      new Map([
        ['a', ['1', '2']],
        ['b', ['x y z']],
        ['c', ['']],
        ['', ['d']],
        ['e', ['😀']],
      ]),
    );
    expect(readQuery('')).toEqual(new Map());
    expect(readQuery('?')).toEqual(new Map());
    expect(readQuery('?%6cimit=5')?.get('limit')).toEqual(['5']);
    expect(readQuery('?__proto__=1&constructor=2')?.get('constructor')).toEqual(['2']);
  });

  it.each(['?a=%', '?a=%zz', '?%c3=1', '?a=%c3%28', '?a=%ed%a0%80', '?a=1;b=2', '?a;b=2'])(
    'that reads in two ways is not read: %s',
    (query) => {
      expect(readQuery(query)).toBeUndefined();
    },
  );

  it('gives back what was put into it', () => {
    const pairs = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(pairs, (given) => {
        const query = `?${new URLSearchParams(given)}`.replaceAll(';', '%3B');
        const read = [...(readQuery(query) ?? [])].flatMap(([name, values]) =>
          values.map((value) => [name, value]),
        );
        expect(read.toSorted()).toEqual(given.toSorted());
      }),
    );
  });
});
