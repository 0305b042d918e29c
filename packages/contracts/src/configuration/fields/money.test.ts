import { expect, it } from 'vitest';
import { moneySchema, parseMoney } from './money.ts';

it.each([
  ['1 USD', 1_000_000],
  ['0.002 USD', 2_000],
  ['0.000001 EUR', 1],
  ['999999999.999999 USD', 999_999_999_999_999],
])('reads %s exactly', (text, micros) => {
  expect(parseMoney(text)?.micros).toBe(micros);
});

it.each([
  '0 USD',
  '0.000 USD',
  '1USD',
  '1 usd',
  '-1 USD',
  '1',
  '1.0000001 USD',
  '1e3 USD',
  '1 USD ',
  '.5 USD',
])('reads no money in %j', (text) => {
  expect(moneySchema.safeParse(text).success).toBe(false);
});
