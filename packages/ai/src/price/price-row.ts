/** What tokens of one kind cost, in millionths of the currency for a million tokens: a whole number, so that sums are exact. */
export type MicrosPerMillion = number;

/** Kinds of tokens that have a price of their own somewhere. */
export const rates = [
  'input',
  'output',
  'cacheRead',
  'cacheWrite5m',
  'cacheWrite1h',
  'reasoning',
  'audioInput',
  'audioOutput',
  'imageInput',
] as const;

export type Rate = (typeof rates)[number];

export type Rates = Readonly<Partial<Record<Rate, MicrosPerMillion>>>;

/** Other prices where the input is longer than so many tokens: for all tokens of the call, not for those beyond alone. */
export interface Tier {
  readonly above: number;
  readonly rates: Rates;
}

/** What a model costs from one day on. */
export interface PriceRow {
  readonly provider: string;
  readonly model: string;
  /** The first day on which it counts, `YYYY-MM-DD` in UTC; absent: as long as anybody knows. */
  readonly from?: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly rates: Rates;
  /** From the lowest to the highest. */
  readonly tiers: readonly Tier[];
  /** Of what is counted one by one, such as searches, in millionths of the currency each. */
  readonly others: Readonly<Record<string, number>>;
  /** Where the row comes from, for who asks. */
  readonly source: string;
}

/** The rate that counts where a kind of tokens has none of its own. */
const instead: Readonly<Record<Rate, Rate | undefined>> = {
  input: undefined,
  output: undefined,
  cacheRead: 'input',
  cacheWrite5m: 'input',
  cacheWrite1h: 'cacheWrite5m',
  reasoning: 'output',
  audioInput: 'input',
  audioOutput: 'output',
  imageInput: 'input',
};

/**
 * Undefined where nobody knows what such tokens cost: that is not nothing.
 * @param inputTokens of the whole call, by which its tier is chosen
 */
export function rateOf(row: PriceRow, rate: Rate, inputTokens: number): MicrosPerMillion | undefined {
  const tier = row.tiers.findLast(({ above }) => inputTokens > above);
  for (let at: Rate | undefined = rate; at !== undefined; at = instead[at]) {
    const found = tier?.rates[at] ?? row.rates[at];
    if (found !== undefined) return found;
  }
  return undefined;
}
