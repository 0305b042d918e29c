import { describe, expect, it } from 'vitest';
import { readMicros, readPriceRow } from './read-price-file.ts';

const written = {
  provider: 'openai',
  model: 'm',
  perMillion: { input: '0.075', output: '2', cacheRead: '0.000001' },
};

describe('a price that somebody wrote', () => {
  it('keeps every digit', () => {
    expect(readPriceRow(written, 'prices.yaml')).toMatchObject({
      currency: 'USD',
      rates: { input: 75_000, output: 2_000_000, cacheRead: 1 },
      source: 'prices.yaml',
    });
  });

  it('has its tiers in order, whatever the order of writing', () => {
    const above = [400_000, 200_000].map((tokens) => ({ tokens, perMillion: { input: '1' } }));
    expect(readPriceRow({ ...written, above }, '').tiers.map((tier) => tier.above)).toEqual([
      200_000, 400_000,
    ]);
  });

  it.each(['', '-1', '1e3', '0.0000001', '1,5', ' 1', '.5', '5.', '99999999999', 'NaN'])(
    'is refused as %j rather than rounded',
    (amount) => {
      expect(() => readMicros(amount, 'input')).toThrow(RangeError);
    },
  );

  it.each([{ perMillion: { input: '1' } }, { from: '2026-13-01' }, { from: 'soon' }])(
    'is refused with %j, and the model is named',
    (changed) => {
      expect(() => readPriceRow({ ...written, ...changed }, '')).toThrow('openai m');
    },
  );
});
