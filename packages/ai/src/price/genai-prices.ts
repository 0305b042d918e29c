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

/** No price of the list begins or ends within one. */
const minuteMs = 60_000;
const mostFound = 1_000;

/** What was found in one minute. Looking through the list is dear, and a question wants to know its price several times. */
class FoundRows {
  #minute = Number.NaN;
  readonly #rows = new Map<string, PriceRow | undefined>();

  of(minute: number, key: string, lookUp: () => PriceRow | undefined): PriceRow | undefined {
    if (minute !== this.#minute || this.#rows.size >= mostFound) this.#rows.clear();
    this.#minute = minute;
    const known = this.#rows.get(key);
    if (known !== undefined || this.#rows.has(key)) return known;
    const row = lookUp();
    this.#rows.set(key, row);
    return row;
  }
}

const found = new FoundRows();

/**
 * The list of prices that comes with Signet (`@pydantic/genai-prices`, MIT), as it stood on the day of its release: it is never
 * fetched anew. It knows no batch, flex or priority.
 * @param provider as the list calls it: `openai`, `anthropic`, `google`, `azure`, `aws` …
 * @param at of the call, in milliseconds since the epoch: some prices depend on the hour
 */
export function listedPrices(provider: string, at: number): FindRow {
  const minute = Math.floor(at / minuteMs);
  return (model) =>
    found.of(minute, `${provider} ${model}`, () => lookUp(provider, model, minute * minuteMs));
}

function lookUp(provider: string, model: string, at: number): PriceRow | undefined {
  const listed = calcPrice({ input_tokens: 1 }, model, { providerId: provider, timestamp: new Date(at) });
  return listed === null ? undefined : toRow(provider, model, listed.model_price);
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
