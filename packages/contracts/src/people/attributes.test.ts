import { describe, expect, it } from 'vitest';
import { attributesSchema } from './attributes.ts';

const long = 'x'.repeat(256);
const numbered = (count: number, value: unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, place) => [`a${place}`, value]));

describe('attributes', () => {
  it.each([
    ['all kinds of values', { department: 'Bücher', level: 3.5, external: false, sites: ['a', 'b'] }],
    ['as many as there may be', numbered(32, 1)],
  ])('may be %s', (_, attributes) => {
    expect(attributesSchema.parse(attributes)).toEqual(attributes);
  });

  it.each([
    ['one too many', numbered(33, 1)],
    ['a text too long', { a: `${long}x` }],
    ['more than tokens should carry', numbered(17, long)],
    ['a list too long', { a: Array(33).fill('x') }],
    ['objects', { a: { b: 1 } }],
    ['null', { a: null }],
    ['numbers that JSON has not', { a: Number.NaN }],
    ['a name with a dot', { 'a.b': 1 }],
    ['the name of what an account has anyway', { email: 'boss@example.org' }],
    ['no name', { '': 1 }],
  ])('may not be %s', (_, attributes) => {
    expect(attributesSchema.safeParse(attributes).success).toBe(false);
  });

  it('do not reach the objects of the language', () => {
    const read = attributesSchema.parse(JSON.parse('{"__proto__":"x","constructor":"y"}'));
    expect(Object.entries(read)).toEqual([['constructor', 'y']]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});
