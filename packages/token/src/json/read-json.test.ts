import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from '../testing/rounded.ts';
import type { JsonNode } from './json-node.ts';
import { readJson } from './read-json.ts';
import { toValue } from './to-value.ts';

describe('readJson', () => {
  it('reads every JSON value as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(rounded(toValue(root(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('accepts and refuses exactly the texts that JSON.parse does', () => {
    const fragments = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      'u00e9',
      '1',
      '-',
      '.',
      'e+',
      'true',
      ',',
      ':',
      ' ',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(readJson(text).kind === 'json').toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readJson(text)));
  });

  it('keeps every digit of a big integer and says that a number loses it', () => {
    const node = root('100002348117421473');
    expect(node).toMatchObject({ kind: 'number', digits: '100002348117421473', exact: false });
    expect(root('9007199254740991')).toMatchObject({ exact: true });
    expect(root('1e999')).toMatchObject({ exact: false });
  });

  it('shows both members of the same name, however it is escaped', () => {
    const reading = readJson('{"alg":"none","\\u0061lg":"RS256"}');
    expect(reading).toMatchObject({ kind: 'json', duplicates: [{ name: 'alg', offset: 14 }] });
  });

  it('finds a duplicate at any depth', () => {
    expect(readJson('[{"a":{"b":1,"b":2}}]')).toMatchObject({ duplicates: [{ name: 'b' }] });
  });

  it('bounds the depth instead of the stack', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(readJson(deep)).toMatchObject({ kind: 'not-json', problem: { offset: 64 } });
    expect(readJson('['.repeat(64) + ']'.repeat(64)).kind).toBe('json');
  });

  it('bounds the number of values, those inside others too', () => {
    expect(readJson('{"a":[{},{},1]}', { maxValues: 5 }).kind).toBe('json');
    expect(readJson('{"a":[{},{},1]}', { maxValues: 4 })).toMatchObject({
      kind: 'not-json',
      problem: { offset: 12, tooManyValues: true },
    });
  });

  it.each([
    '{"1000":0,"a":1,"7":{"300":[]},"01":2}',
    '{"1":1,"__proto__":{"admin":true},"4294967295":0,"12345678901":{}}',
    '{"1":1,"\\ud800\\"":2}',
  ])('makes of names that are numbers what JSON.parse makes: %s', (text) => {
    const value = toValue(root(text));
    expect(value).toEqual(JSON.parse(text));
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('makes __proto__ an ordinary member', () => {
    const value = toValue(root('{"__proto__":{"admin":true}}'));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
  });

  it.each([
    ['{"a":1', 6],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['[1,]', 3],
    ['"\n"', 1],
    ['01', 1],
    ['\ufeff{}', 0],
    ['', 0],
  ])('names the place at which %j stops being JSON', (text, offset) => {
    expect(readJson(text)).toMatchObject({ kind: 'not-json', problem: { offset } });
  });
});

function root(text: string): JsonNode {
  const reading = readJson(text);
  if (reading.kind === 'not-json') throw new Error(reading.problem.sentence);
  return reading.root;
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return false;
  }
}
