import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDuration, parseRate, parseSize } from './quantity.ts';

const whole = fc.nat(999_999_999);

describe('quantities as people write them', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['15m', 900_000],
    ['1h', 3_600_000],
    ['7d', 604_800_000],
    ['0s', 0],
  ])('%s is a duration of %d ms', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    ['512B', 512],
    ['16KiB', 16_384],
    ['1MiB', 1_048_576],
    ['8GiB', 8_589_934_592],
  ])('%s is a size of %d bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });

  it.each([
    ['100/s', 100, 1000],
    ['1000/m', 1000, 60_000],
  ])('%s is a rate', (text, count, per) => {
    expect(parseRate(text)).toEqual({ count, per });
  });

  it.each([
    '',
    '15',
    'm',
    '-1s',
    '1.5h',
    '1 s',
    ' 1s',
    '1s\n',
    '1S',
    '1h30m',
    '9999999999s',
    '１s',
    '1KB',
    '0/s',
    '1/ms',
    '1/constructor',
    '999999999d999GiB',
  ])('refuse %j in every kind', (text) => {
    expect([parseDuration(text), parseSize(text), parseRate(text)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are whole numbers that can be counted with, or refused', () => {
    fc.assert(
      fc.property(whole, fc.constantFrom('ms', 's', 'm', 'h', 'd'), (count, unit) => {
        expect(parseDuration(`${count}${unit}`) ?? 0).toSatisfy(Number.isSafeInteger);
      }),
    );
    fc.assert(
      fc.property(whole, fc.constantFrom('B', 'KiB', 'MiB', 'GiB'), (count, unit) => {
        expect(parseSize(`${count}${unit}`) ?? 0).toSatisfy(Number.isSafeInteger);
      }),
    );
  });
});
