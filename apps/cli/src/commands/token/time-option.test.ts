import { describe, expect, it } from 'vitest';
import { parseExpiry, parseInstant } from './time-option.ts';

describe('a time on the command line', () => {
  it.each([
    ['0', 0],
    ['1764000000', 1_764_000_000],
    ['2026-11-23T20:00:00Z', Date.UTC(2026, 10, 23, 20) / 1000],
    ['2026-11-23T20:00:00+02:00', Date.UTC(2026, 10, 23, 18) / 1000],
  ])('%s is an instant', (text, seconds) => expect(parseInstant(text)).toBe(seconds));

  it.each(['', 'noon', '-1', '2026-11', '2026-13-40T00:00:00Z', '+15m', '1e9'])('%s is none', (text) =>
    expect(() => parseInstant(text)).toThrow('no point in time'),
  );

  it.each([
    ['+90s', 1090],
    ['+15m', 1900],
    ['+2h', 8200],
    ['+1d', 87_400],
    ['5000', 5000],
  ])('%s is an expiry', (text, seconds) => expect(parseExpiry(text, 1000)).toBe(seconds));

  it.each(['+', '+m', '+1w', '15m', '+-1h'])('%s is no expiry', (text) =>
    expect(() => parseExpiry(text, 0)).toThrow('no point in time'),
  );
});
