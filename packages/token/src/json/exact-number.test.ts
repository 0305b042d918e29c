import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { exactNumber, isExact, isExactNumber, readSeconds } from './exact-number.ts';
import { parseExactly } from './parse-exactly.ts';

describe('isExact', () => {
  it.each([
    ...['0', '7', '0.1', '1.10', '1e2', '1E+2', '100e-2', '0e999999999999999999', '9007199254740991'],
    ...['-9007199254740991', '1e300', '0.30000000000000004', '1700000000.123456', '0.000000000000000000001'],
  ])('a double keeps %s', (digits) => {
    expect(isExact(digits, Number(digits))).toBe(true);
  });

  it.each([
    ...['9007199254740992', '-9007199254740993', '100002348117421473', '1e309', '-1e999', '1e-400'],
    ...['0.12345678901234567890', '100002348117421473.0', '1.00002348117421473e17', '9007199254740993e0'],
    ...['-0', '-0.000', '-0e5', '-1e-400'],
  ])('no double keeps %s', (digits) => {
    expect(isExact(digits, Number(digits))).toBe(false);
  });

  it('says so of two texts only when they are read as two numbers, or are one', () => {
    const digits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String);
    fc.assert(
      fc.property(digits, digits, (one, other) => {
        if (one === other || !isExact(one, Number(one)) || !isExact(other, Number(other))) return;
        expect(Number(one)).not.toBe(Number(other));
      }),
    );
  });

  it('takes a number of a million digits in steps that grow with its length alone', () => {
    const digits = `${'1'.repeat(500_000)}.${'0'.repeat(500_000)}e-499990`;
    expect(isExact(digits, Number(digits))).toBe(false);
  });
});

describe('parseExactly', () => {
  it('writes again every number as it came, whatever stands around it', () => {
    const text =
      '{"a":[100002348117421473,1e309,{"b":-0.12345678901234567890},-0],"c":"1e309","__proto__":1e400}';
    expect(JSON.stringify(parseExactly(text))).toBe(text);
  });

  it.each(['-0', '[-0,0]', '{"sub":-0}', '-0.000', '-0e5', '[-0\n]'])(
    'keeps the sign of the zero in %j',
    (text) => {
      expect(JSON.stringify(parseExactly(text))).toBe(text.trim().replace('\n', ''));
    },
  );

  it('makes plain numbers of those that a double holds', () => {
    expect(parseExactly('{"a":[1,1e2,0.1],"b":"100002348117421473"}')).toEqual({
      a: [1, 100, 0.1],
      b: '100002348117421473',
    });
  });

  it('throws as JSON.parse does', () => {
    expect(() => parseExactly('{"a":100002348117421473')).toThrow(SyntaxError);
  });
});

describe('an exact number', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('is no object of a token that only looks like one', () => {
    expect(isExactNumber(JSON.parse('{"rawJSON":"1"}'))).toBe(false);
    expect(isExactNumber(exactNumber('1e309'))).toBe(true);
  });

  it('is text, and still not rounded, where the runtime has no JSON.rawJSON', () => {
    vi.spyOn(JSON as unknown as Record<'rawJSON', unknown>, 'rawJSON', 'get').mockReturnValue(undefined);
    expect(exactNumber('100002348117421473')).toBe('100002348117421473');
  });

  it.each([
    [1700000000, 1700000000],
    [exactNumber('1700000000.12345678901'), 1700000000.123457],
  ])('is a time as long as it can be compared: %o', (value, seconds) => {
    expect(readSeconds(value)).toBeCloseTo(seconds, 5);
  });

  it.each([exactNumber('1e309'), exactNumber('100002348117421473'), 1e16, '1', null, Number.NaN])(
    'is no time otherwise: %o',
    (value) => {
      expect(readSeconds(value)).toBeUndefined();
    },
  );
});
