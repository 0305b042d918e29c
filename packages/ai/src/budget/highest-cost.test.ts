import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelRequest } from '../model/request.ts';
import { costOf } from '../price/cost.ts';
import type { PriceRow } from '../price/price-row.ts';
import { highestCost, type Pricing } from './highest-cost.ts';

const row: PriceRow = {
  provider: 'anthropic',
  model: 'm',
  currency: 'USD',
  rates: { input: 3_000_000, output: 15_000_000, cacheRead: 300_000, cacheWrite5m: 3_750_000 },
  tiers: [{ above: 200_000, rates: { input: 6_000_000, output: 22_500_000 } }],
  others: { web_search: 10_000 },
  source: 'this test',
};
const request = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  model: 'm',
  items: [{ kind: 'message', role: 'user', parts: [{ kind: 'text', text: 'Hello' }] }],
  tools: [],
  limits: { maxTokens: 100 },
  sampling: {},
  stream: false,
  streamUsage: false,
  foreign: new Map(),
  ...changes,
});
const pricing: Pricing = { rows: [row], limits: { input: 1_000_000, output: 64_000 } };
const ask = (changes: Partial<ModelRequest> = {}, told: Partial<Pricing> = {}, bytes = 1000) =>
  highestCost(request(changes), bytes, { ...pricing, ...told });
const sent = (bytes: number) => bytes + 1024 + 64;

describe('the most that a request can cost', () => {
  it('is each byte at the dearest rate that may count, and all that the answer may have', () => {
    expect(ask()).toEqual({
      kind: 'known',
      micros: Math.ceil((sent(1000) * 3_750_000 + 100 * 15_000_000) / 1_000_000),
      tokens: sent(1000) + 100,
      currency: 'USD',
    });
  });

  it('is that of the dearer tier once the request may be so long', () => {
    const long = ask({}, {}, 200_000);
    expect(long).toMatchObject({
      micros: Math.ceil((sent(200_000) * 6_000_000 + 100 * 22_500_000) / 1_000_000),
    });
  });

  it('is what the model can make where the request does not say, and n times for n answers', () => {
    expect(ask({ limits: {} })).toMatchObject({ tokens: sent(1000) + 64_000 });
    expect(ask({ limits: { maxTokens: 1_000_000 } })).toMatchObject({ tokens: sent(1000) + 64_000 });
    expect(ask({ limits: { maxTokens: 100, answers: 5 } })).toMatchObject({ tokens: 5 * (sent(1000) + 100) });
  });

  it.each<[string, Partial<ModelRequest>]>([
    ['an earlier conversation', { foreign: new Map([['previous_response_id', 'resp_1']]) }],
    ['a cached prompt', { foreign: new Map([['cachedContent', 'cachedContents/1']]) }],
    ['a tool of the provider', { tools: [{ kind: 'foreign', type: 'web_search', value: { max_uses: 0 } }] }],
    [
      'a picture elsewhere',
      {
        items: [
          {
            kind: 'message',
            role: 'user',
            parts: [{ kind: 'image', source: { from: 'url', url: 'https://pictures.example/1' } }],
          },
        ],
      },
    ],
    ['what nobody here knows', { items: [{ kind: 'foreign', type: 'item_reference', value: {} }] }],
  ])('counts all that the model can read for %s', (_, changes) => {
    expect(ask(changes)).toMatchObject({ tokens: 1_000_000 + 100 });
    expect(ask(changes, { limits: { output: 100 } })).toEqual({ kind: 'unbounded' });
  });

  it('counts a picture that came with it by more than its bytes', () => {
    const parts = [
      { kind: 'image', source: { from: 'data', mediaType: 'image/png', data: 'AAAA' } },
    ] as const;
    expect(ask({ items: [{ kind: 'message', role: 'user', parts }] })).toMatchObject({
      tokens: sent(1000) + 20_000 + 100,
    });
  });

  it('counts each use of what is paid one by one', () => {
    const search = (value: unknown) => ask({ tools: [{ kind: 'foreign', type: 'web_search', value }] });
    const [three, unsaid] = [search({ max_uses: 3 }), search({ max_uses: -1 })];
    expect(unsaid).toMatchObject({ kind: 'known' });
    expect((unsaid.kind === 'known' ? unsaid.micros : 0) - (three.kind === 'known' ? three.micros : 0)).toBe(
      130_000,
    );
  });

  it('is unbounded or unpriced rather than too little', () => {
    expect(ask({ limits: {} }, { limits: {} })).toEqual({ kind: 'unbounded' });
    const unpriced = { kind: 'unpriced', tokens: sent(1000) + 100 };
    expect(ask({}, { rows: [] })).toEqual(unpriced);
    expect(ask({}, { rows: [row, undefined] })).toEqual(unpriced);
    expect(ask({}, { rows: [row, { ...row, currency: 'EUR' }] })).toEqual(unpriced);
    expect(ask({}, { rows: [{ ...row, rates: { input: 1 }, tiers: [] }] })).toEqual(unpriced);
  });

  it('is that of the dearest model that may answer, times the factor, rounded up', () => {
    const cheap = { ...row, model: 'cheap', rates: { input: 1, output: 1 }, tiers: [] };
    expect(ask({}, { rows: [cheap, row] })).toEqual(ask());
    expect(ask({}, { rows: [cheap] })).toMatchObject({ micros: 1 });
    expect(ask({}, { factor: { times: 1, in: 2 } })).toMatchObject({
      micros: Math.ceil((sent(1000) * 3.75 + 1500) / 2),
    });
  });

  it('is never less than what an answer within these bounds costs', () => {
    const part = fc.integer({ min: 0, max: 300_000 });
    fc.assert(
      fc.property(part, part, part, part, part, (bytes, cacheRead, cacheWrite5m, plain, output) => {
        const input = Math.min(sent(bytes), cacheRead + cacheWrite5m + plain);
        const read = Math.min(cacheRead, input);
        const written = Math.min(cacheWrite5m, input - read);
        const most = ask({ limits: { maxTokens: output } }, { limits: { input: 1_000_000 } }, bytes);
        const cost = costOf(
          { provenance: 'provider', input, output, cacheRead: read, cacheWrite5m: written },
          'm',
          () => row,
        );
        expect(most.kind === 'known' && cost.kind === 'known' && most.micros >= cost.micros).toBe(true);
      }),
    );
  });
});
