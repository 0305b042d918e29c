import type { CostOfValue } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { costsCsv } from './costs-csv.ts';
import { moneyText } from './money-text.ts';

const cost = (value?: string): CostOfValue => ({
  value,
  currency: 'USD',
  requests: 2,
  micros: 1_500_001,
  input: 30,
  output: 4,
  unpriced: 1,
});

describe('costs for a spreadsheet', () => {
  it('have a row each, and every digit', () => {
    expect(costsCsv('team', [cost('red'), cost()])).toBe(
      'team,currency,cost,requests,input_tokens,output_tokens,unpriced_requests\r\n' +
        'red,USD,1.500001,2,30,4,1\r\n,USD,1.500001,2,30,4,1\r\n',
    );
  });

  it.each<[string, string]>([
    ['=cmd|/c calc!A1', "'=cmd|/c calc!A1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['=1,2', '"\'=1,2"'],
    ['a "b", c', '"a ""b"", c"'],
    ['a\r\nb', '"a\r\nb"'],
  ])('run no formula and break no row that a caller wrote: %j', (value, cell) => {
    expect(costsCsv('team', [cost(value)]).split('output_tokens,unpriced_requests\r\n')[1]).toBe(
      `${cell},USD,1.500001,2,30,4,1\r\n`,
    );
  });
});

it('money has six decimals', () => {
  expect([0, 1, 999_999, 1_000_000, 123_456_789].map(moneyText)).toEqual([
    '0.000000',
    '0.000001',
    '0.999999',
    '1.000000',
    '123.456789',
  ]);
});
