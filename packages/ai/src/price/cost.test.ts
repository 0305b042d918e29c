import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Usage } from '../model/usage.ts';
import { type Cost, costOf } from './cost.ts';
import { PriceBook } from './price-book.ts';
import type { PriceRow } from './price-row.ts';

/** Three dollars a million of input, fifteen of output, as Anthropic has it. */
const row: PriceRow = {
  provider: 'anthropic',
  model: 'sonnet',
  currency: 'USD',
  rates: {
    input: 3_000_000,
    output: 15_000_000,
    cacheRead: 300_000,
    cacheWrite5m: 3_750_000,
    cacheWrite1h: 6_000_000,
  },
  tiers: [{ above: 200_000, rates: { input: 6_000_000, output: 22_500_000, cacheRead: 600_000 } }],
  others: { web_search: 10_000 },
  source: 'this test',
};
const usage = (counts: Partial<Usage>): Usage => ({ provenance: 'provider', input: 0, output: 0, ...counts });
const cost = (counts: Partial<Usage>, factor?: { times: number; in: number }): Cost =>
  costOf(usage(counts), 'sonnet', () => row, factor);
const micros = (found: Cost): number | undefined => (found.kind === 'known' ? found.micros : undefined);

describe('what an answer costs', () => {
  it.each<[string, Partial<Usage>, number]>([
    ['plain tokens', { input: 1_000, output: 100 }, 3_000 + 1_500],
    [
      'cache, which is within the input',
      { input: 1_000, cacheRead: 600, cacheWrite5m: 100, cacheWrite1h: 50 },
      750 + 180 + 375 + 300,
    ],
    [
      'reasoning, which is within the output and has no rate of its own',
      { output: 100, reasoning: 60 },
      1_500,
    ],
    ['searches beside tokens', { input: 1, others: { web_search: 3, unheard_of: 9 } }, 30_003],
    ['a tier, for all tokens once the input is longer', { input: 200_001, output: 10 }, 1_200_006 + 225],
    ['the same just within it', { input: 200_000, output: 10 }, 600_000 + 150],
    ['a rate that the tier does not change', { input: 300_000, cacheWrite1h: 100_000 }, 1_200_000 + 600_000],
    ['nothing', {}, 0],
  ])('counts %s', (_, counts, expected) => {
    expect(micros(cost(counts))).toBe(expected);
  });

  it('rounds once, at the end, half up', () => {
    const cheap = { ...row, rates: { input: 75_000, output: 1 } };
    const of = (input: number) => micros(costOf(usage({ input }), 'm', () => cheap));
    expect([of(1), of(6), of(7), of(13), of(14)]).toEqual([0, 0, 1, 1, 1]);
    expect(micros(cost({ input: 1 }, { times: 1, in: 2 }))).toBe(2);
    expect(micros(cost({ input: 1_000 }, { times: 1, in: 2 }))).toBe(1_500);
  });

  it('prices each model that took part by its own row', () => {
    const other = { ...row, model: 'haiku', rates: { input: 1_000_000, output: 5_000_000 }, tiers: [] };
    const find = (model: string) => (model === 'haiku' ? other : row);
    const both = usage({
      input: 2_000,
      output: 20,
      iterations: [
        usage({ input: 1_000, output: 10 }),
        { ...usage({ input: 1_000, output: 10 }), model: 'haiku' },
      ],
    });
    expect(costOf(both, 'sonnet', find)).toMatchObject({
      kind: 'known',
      micros: 3_150 + 1_050,
      rows: [row, other],
    });
    const unknown = costOf(both, 'sonnet', (model) => (model === 'haiku' ? undefined : row));
    expect(unknown).toEqual({ kind: 'unknown', model: 'haiku' });
  });

  it('is unknown where nobody knows the model, and never nothing', () => {
    expect(costOf(usage({ input: 5 }), 'new', () => undefined)).toEqual({ kind: 'unknown', model: 'new' });
  });

  it('is unknown where the row has no rate for what was used, and known where none of that was', () => {
    const embeddings = { ...row, rates: { input: 20_000 }, tiers: [] };
    expect(micros(costOf(usage({ input: 1_000 }), 'm', () => embeddings))).toBe(20);
    expect(costOf(usage({ input: 1_000, output: 1 }), 'm', () => embeddings)).toEqual({
      kind: 'unknown',
      model: 'm',
    });
  });

  it('is unknown where nothing was counted but what has no rate, such as seconds, and known beside tokens', () => {
    const heard = usage({ others: { audio_seconds: 3 } });
    expect(costOf(heard, 'm', () => row)).toEqual({ kind: 'unknown', model: 'm' });
    expect(micros(costOf(heard, 'm', () => ({ ...row, others: { audio_seconds: 100 } })))).toBe(300);
    expect(micros(cost({ input: 1, others: { audio_seconds: 3 } }))).toBe(3);
  });

  it('is no less where a provider counts more parts than the whole', () => {
    expect(micros(cost({ input: 10, cacheRead: 1_000 }))).toBe(300);
    expect(micros(cost({ output: 10, reasoning: 1_000 }))).toBe(15_000);
  });

  it.each([{ input: -1 }, { input: 0.5 }, { output: Number.NaN }, { cacheRead: Number.POSITIVE_INFINITY }])(
    'takes no count such as %j',
    (counts) => {
      expect(() => cost(counts)).toThrow(RangeError);
    },
  );

  it('never falls when more is used, and is exact however large', () => {
    const count = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(count, count, count, (input, more, output) => {
        const [less, greater] = [cost({ input, output }), cost({ input: input + more, output })];
        expect(micros(greater)).toBeGreaterThanOrEqual(micros(less) ?? Number.NaN);
        const [inRate, outRate] = input > 200_000 ? [6n, 45n] : [3n, 30n];
        const doubled = BigInt(input) * inRate * 2n + BigInt(output) * outRate;
        expect(BigInt(micros(less) ?? -1)).toBe((doubled + 1n) / 2n);
      }),
    );
  });
});

describe('a book of prices', () => {
  const dated = (from: string | undefined, input: number, provider = 'openai'): PriceRow => ({
    ...row,
    ...(from === undefined ? {} : { from }),
    provider,
    model: 'm',
    rates: { ...row.rates, input },
  });

  it('knows what counted on the day of the call', () => {
    const book = new PriceBook([dated('2026-06-01', 2), dated(undefined, 1), dated('2026-12-01', 3)]);
    const on = (day: string) => book.on(day, 'openai')('m')?.rates.input;
    expect([
      on('2020-01-01'),
      on('2026-05-31'),
      on('2026-06-01'),
      on('2026-11-30'),
      on('2027-01-01'),
    ]).toEqual([1, 1, 2, 2, 3]);
    expect(book.on('2026-11-30', 'azure')('m')).toBeUndefined();
    expect(book.on('2026-11-30', 'openai')('n')).toBeUndefined();
  });

  it('has the operator’s own rows before all others, the whole of a model', () => {
    const book = new PriceBook([dated('2027-01-01', 9)], [dated(undefined, 1)]);
    expect(book.on('2026-11-30', 'openai')('m')).toBeUndefined();
    expect(book.on('2027-01-01', 'openai')('m')?.rates.input).toBe(9);
  });
});
