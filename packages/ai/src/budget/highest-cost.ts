import type { ModelRequest } from '../model/request.ts';
import type { Factor } from '../price/cost.ts';
import { type PriceRow, type Rate, rates } from '../price/price-row.ts';
import { highestTokens, type ModelLimits } from './highest-tokens.ts';

export type HighestCost =
  | { readonly kind: 'known'; readonly micros: number; readonly tokens: number; readonly currency: string }
  /** Nobody knows the price: a budget of money cannot count it, one of tokens can. */
  | { readonly kind: 'unpriced'; readonly tokens: number }
  /** Neither the request nor what is known of the model bounds the answer, or what it reads beside the request. */
  | { readonly kind: 'unbounded' };

export interface Pricing {
  /** Of every model that may come to answer; undefined for one whose price nobody knows. */
  readonly rows: readonly (PriceRow | undefined)[];
  readonly limits: ModelLimits;
  readonly factor?: Factor;
}

const million = 1_000_000n;
/** How often a tool that the provider runs is used at most, where the request does not say. */
const usualUses = 16;

/**
 * The most that a request can cost, before anything is asked: tokens from above, each at the dearest rate that may come
 * to count, rounded up. What it costs in the end is booked even where it is more.
 * @param bodyBytes of the request as it came, of which each token has one at least
 */
export function highestCost(request: ModelRequest, bodyBytes: number, pricing: Pricing): HighestCost {
  const tokens = highestTokens(request, bodyBytes, pricing.limits);
  if (tokens === undefined) return { kind: 'unbounded' };
  return highestPrice({ ...tokens, uses: usesOf(request) }, pricing);
}

/** The most that is used of a model. */
export interface HighestUse {
  readonly input: number;
  readonly output: number;
  /** Of what is counted one by one, such as searches. */
  readonly uses: number;
}

/** The same for what is known to be used at most. */
export function highestPrice(
  { input, output, uses }: HighestUse,
  pricing: Omit<Pricing, 'limits'>,
): HighestCost {
  const all = input + output;
  const [first, ...others] = pricing.rows;
  if (first === undefined || others.some((row) => row?.currency !== first.currency))
    return { kind: 'unpriced', tokens: all };
  let dearest = 0n;
  for (const row of pricing.rows) {
    const cost = row === undefined ? undefined : costAbove(row, input, output, uses);
    if (cost === undefined) return { kind: 'unpriced', tokens: all };
    if (cost > dearest) dearest = cost;
  }
  const { times, in: of } = pricing.factor ?? { times: 1, in: 1 };
  const micros = Number(roundedUp(dearest * BigInt(times), million * BigInt(of)));
  return Number.isSafeInteger(micros)
    ? { kind: 'known', micros, tokens: all, currency: first.currency }
    : { kind: 'unbounded' };
}

const ofInput: readonly Rate[] = [
  'input',
  'cacheRead',
  'cacheWrite5m',
  'cacheWrite1h',
  'audioInput',
  'imageInput',
];

/** In millionths of a millionth; undefined where nobody knows the plain rate of what is used. */
function costAbove(row: PriceRow, input: number, output: number, uses: number): bigint | undefined {
  const tables = [row.rates, ...row.tiers.filter(({ above }) => input > above).map((tier) => tier.rates)];
  const dearestOf = (kinds: readonly Rate[]): number | undefined => {
    const found = tables.flatMap((table) => kinds.flatMap((kind) => table[kind] ?? []));
    return found.length === 0 ? undefined : Math.max(...found);
  };
  const inputRate = input === 0 ? 0 : dearestOf(ofInput);
  const outputRate = output === 0 ? 0 : dearestOf(rates.filter((rate) => !ofInput.includes(rate)));
  if (inputRate === undefined || outputRate === undefined) return undefined;
  const tokens = BigInt(input) * BigInt(inputRate) + BigInt(output) * BigInt(outputRate);
  const each = Object.entries(row.others).map(
    ([name, rate]) => BigInt(name === 'requests' ? Math.max(1, uses) : uses) * BigInt(rate),
  );
  return each.reduce((sum, price) => sum + price * million, tokens);
}

/** Of tools that the provider runs itself, such as searches. */
function usesOf({ tools }: ModelRequest): number {
  return tools.reduce((sum, tool) => sum + (tool.kind === 'foreign' ? mostUses(tool.value) : 0), 0);
}

function mostUses(tool: unknown): number {
  const said = typeof tool === 'object' && tool !== null && 'max_uses' in tool ? tool.max_uses : undefined;
  return typeof said === 'number' && Number.isSafeInteger(said) && said >= 0 && said < 1000
    ? said
    : usualUses;
}

function roundedUp(above: bigint, below: bigint): bigint {
  return (above + below - 1n) / below;
}
