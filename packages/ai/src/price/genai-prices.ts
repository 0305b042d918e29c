import { calcPrice, type ModelPrice } from '@pydantic/genai-prices';
import type { FindRow } from './cost.ts';
import type { PriceRow, Rate, Rates, Tier } from './price-row.ts';

/** What the list calls our kinds of tokens; each in dollars for a million. */
const names: Readonly<Record<Rate, string>> = {
  input: 'input_mtok',
  output: 'output_mtok',
  cacheRead: 'cache_read_mtok',
  cacheWrite5m: 'cache_write_mtok',
  cacheWrite1h: 'cache_write_1h_mtok',
  reasoning: 'output_reasoning_mtok',
  audioInput: 'input_audio_mtok',
  audioOutput: 'output_audio_mtok',
  imageInput: 'input_image_mtok',
};

/** What is counted one by one; in dollars for a thousand. */
const counted: Readonly<Record<string, string>> = {
  requests: 'requests_kcount',
  web_search: 'web_searches_kcount',
};

type Listed = ModelPrice[string];

/**
 * The list of prices that comes with Signet (`@pydantic/genai-prices`, MIT), as it stood on the day of its release: it is never
 * fetched anew. It knows no batch, flex or priority.
 * @param provider as the list calls it: `openai`, `anthropic`, `google`, `azure`, `aws` …
 * @param at of the call, in milliseconds since the epoch: some prices depend on the hour
 */
export function listedPrices(provider: string, at: number): FindRow {
  return (model) => {
    const found = calcPrice({ input_tokens: 1 }, model, { providerId: provider, timestamp: new Date(at) });
    return found === null ? undefined : toRow(provider, model, found.model_price);
  };
}

function toRow(provider: string, model: string, price: ModelPrice): PriceRow {
  const starts = new Set(Object.values(price).flatMap((listed) => tiersOf(listed).map(({ start }) => start)));
  return {
    provider,
    model,
    currency: 'USD',
    rates: ratesAt(price, 0),
    tiers: [...starts]
      .sort((one, other) => one - other)
      .map((above): Tier => ({ above, rates: ratesAt(price, above + 1) })),
    others: Object.fromEntries(
      Object.entries(counted).flatMap(([name, listed]) => {
        const dollars = priceAt(price[listed], 0);
        return dollars === undefined ? [] : [[name, micros(dollars / 1_000)]];
      }),
    ),
    source: '@pydantic/genai-prices 0.1.8',
  };
}

function ratesAt(price: ModelPrice, tokens: number): Rates {
  return Object.fromEntries(
    Object.entries(names).flatMap(([rate, listed]) => {
      const dollars = priceAt(price[listed], tokens);
      return dollars === undefined ? [] : [[rate, micros(dollars)]];
    }),
  );
}

function priceAt(listed: Listed, tokens: number): number | undefined {
  if (listed === undefined || typeof listed === 'number') return listed;
  return listed.tiers.findLast(({ start }) => tokens > start)?.price ?? listed.base;
}

function tiersOf(listed: Listed): readonly { readonly start: number }[] {
  return typeof listed === 'object' ? listed.tiers : [];
}

/** The list has floating-point dollars: the nearest whole millionth is what was meant. */
function micros(dollars: number): number {
  return Math.round(dollars * 1_000_000);
}
