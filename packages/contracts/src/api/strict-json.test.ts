import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

describe('strict JSON', () => {
  it('reads what JSON.parse reads', () => {
    // Whole numbers as wide as a double keeps; wider ones are refused below.
    const json = fc.jsonValue().map((value) => JSON.stringify(value, narrow));
    fc.assert(
      fc.property(json, (text) => {
        fc.pre(!text.includes('__proto__'));
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"a":1, "a" : 2}}',
    '[{"b":[{}],"b":0}]',
    '{"__proto__":{"admin":true}}',
    '{"\\u005f_proto__":1}',
    '',
    '{',
    '{"a":1}x',
    '{"after":9007199254740993}',
    '[{"a":1e309}]',
  ])('refuses %s', (text) => {
    expect(() => parseStrictJson(text)).toThrow(SyntaxError);
  });

  it.each(['{"a":{"a":1},"b":"a"}', '["a","a"]', '{"a":"b\\":","b":1}'])('accepts %s', (text) => {
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });

  it('does not quote the text in its error', () => {
    expect(() => parseStrictJson('{"password":"hunter2')).toThrow(/^The text is not JSON\.$/);
  });

  it('takes linear time on a long hostile text', () => {
    const text = `["${'\\\\'.repeat(100_000)}"]`;
    expect(parseStrictJson(text)).toEqual(JSON.parse(text));
  });
});

function narrow(_name: string, value: unknown): unknown {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? 0 : value;
}
