import { describe, expect, it } from 'vitest';
import { costOf } from './cost.ts';
import { listedPrices } from './genai-prices.ts';

const at = Date.UTC(2026, 10, 30, 12);

describe('the list of prices that comes with Signet', () => {
  it('has whole millionths of what its makers publish', () => {
    const row = listedPrices('anthropic', at)('claude-3-5-haiku-latest');
    expect(row?.rates).toMatchObject({
      input: 800_000,
      output: 4_000_000,
      cacheRead: 80_000,
      cacheWrite5m: 1_000_000,
      cacheWrite1h: 1_600_000,
    });
    expect(row?.others['web_search']).toBe(10_000);
  });

  it('has the prices of the hour of the call', () => {
    const deepseek = (hour: number) =>
      listedPrices('deepseek', Date.UTC(2026, 10, 30, hour))('deepseek-chat')?.rates.input;
    expect([deepseek(12), deepseek(20)]).toEqual([270_000, 135_000]);
  });

  it('is looked through once a minute for a model, and never for another minute, provider or model', () => {
    const row = (provider: string, model: string, ms: number) =>
      listedPrices(provider, Date.UTC(2026, 10, 30, 16, 29) + ms)(model);
    const before = row('deepseek', 'deepseek-chat', 0);
    expect(row('deepseek', 'deepseek-chat', 59_999)).toBe(before);
    expect(row('deepseek', 'deepseek-chat', 60_000)?.rates.input).toBe(135_000);
    expect(row('deepseek', 'deepseek-chat', 59_999)?.rates.input).toBe(270_000);
    expect(row('openai', 'gpt-5', 0)?.rates).not.toEqual(row('openai', 'gpt-5-mini', 0)?.rates);
    expect(row('openai', 'deepseek-chat', 0)).toBeUndefined();
  });

  it('has tiers that count for all tokens of a long input', () => {
    const row = listedPrices('google', at)('claude-opus-4-6');
    expect(row?.tiers).toMatchObject([{ above: 200_000, rates: { input: 10_000_000, output: 37_500_000 } }]);
    const usage = { provenance: 'provider', input: 200_001, output: 0 } as const;
    expect(costOf(usage, 'claude-opus-4-6', listedPrices('google', at))).toMatchObject({ micros: 2_000_010 });
  });

  it('knows nothing of a model or a provider that it does not list', () => {
    expect(listedPrices('anthropic', at)('no-such-model')).toBeUndefined();
    expect(listedPrices('nobody', at)('gpt-5')).toBeUndefined();
  });
});
