import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToken } from '../parse/parse-token.ts';
import { rawToken } from '../testing/raw-token.ts';
import { compareTokens } from './compare-tokens.ts';

const compare = (one: string, other: string) =>
  compareTokens(
    parseToken(rawToken('{"alg":"HS256"}', one, 's')),
    parseToken(rawToken('{"alg":"HS512"}', other, 's')),
  );

describe('compareTokens', () => {
  it('puts members side by side', () => {
    const { same, header, claims } = compare('{"sub":"a","exp":1,"n":1}', '{"sub":"b","exp":1,"m":[2]}');
    expect(same).toBe(false);
    expect(header).toEqual([{ name: 'alg', kind: 'changed', first: '"HS256"', second: '"HS512"' }]);
    expect(claims).toEqual([
      { name: 'sub', kind: 'changed', first: '"a"', second: '"b"' },
      { name: 'exp', kind: 'same', first: '1', second: '1' },
      { name: 'n', kind: 'only-first', first: '1' },
      { name: 'm', kind: 'only-second', second: '[2]' },
    ]);
  });

  it.each([
    ['the order of members', '{"a":{"x":1,"y":2}}', '{"a":{"y":2, "x":1}}', 'same'],
    ['a digit that programs round away', '{"a":100002348117421473}', '{"a":100002348117421474}', 'changed'],
    ['a second value', '{"a":1}', '{"a":1,"a":2}', 'changed'],
    ['one and one point nought', '{"a":1}', '{"a":1.0}', 'changed'],
  ])('tells %s', (_name, one, other, kind) => {
    expect(compare(one, other).claims).toMatchObject([{ name: 'a', kind }]);
  });

  it('compares what is no JSON as it stands', () => {
    expect(compare('hello', 'hello').claims).toMatchObject([{ name: '(payload)', kind: 'same' }]);
  });

  it('finds every token the same as itself, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (payload) => {
        const token = parseToken(rawToken('{"alg":"none"}', payload));
        expect(compareTokens(token, token).same).toBe(true);
      }),
    );
  });
});
