import type { Usage } from '../model/usage.ts';
import { type PriceRow, type Rate, rateOf } from './price-row.ts';

/** A share of the price by which an operator's contract, or a service tier, changes it: `{ times: 1, in: 2 }` is half. */
export interface Factor {
  readonly times: number;
  readonly in: number;
}

export interface CostPart {
  readonly of: Rate | (string & {});
  /** Tokens, or things that are counted one by one. */
  readonly count: number;
  /** Millionths of the currency for a million tokens, or for each thing. */
  readonly rate: number;
}

export type Cost =
  | {
      readonly kind: 'known';
      /** Millionths of the currency, rounded half up once, at the end. */
      readonly micros: number;
      readonly currency: string;
      readonly parts: readonly CostPart[];
      /** The rows that were used: one, or one for each model that took part. */
      readonly rows: readonly PriceRow[];
    }
  /** Nobody knows the price of this model: unknown is not free. */
  | { readonly kind: 'unknown'; readonly model: string };

/** The row of a model on the day of the call. */
export type FindRow = (model: string) => PriceRow | undefined;

const whole: Factor = { times: 1, in: 1 };
const million = 1_000_000n;

/**
 * What an answer costs. Where several models took part each is priced by its own row; where one of these is unknown, so
 * is the whole.
 * @param model of those tokens that do not say which model they are of
 * @throws RangeError for counts and factors that are no whole numbers, or negative
 */
export function costOf(usage: Usage, model: string, findRow: FindRow, factor: Factor = whole): Cost {
  const shares = usage.iterations ?? [usage];
  const parts: CostPart[] = [];
  const rows: PriceRow[] = [];
  let sum = 0n;
  for (const share of shares) {
    const name = ('model' in share ? share.model : undefined) ?? model;
    const row = findRow(name);
    if (row === undefined) return { kind: 'unknown', model: name };
    if (rows.some(({ currency }) => currency !== row.currency)) return { kind: 'unknown', model: name };
    if (!rows.includes(row)) rows.push(row);
    for (const { of, count, rate } of [...tokenParts(share, row), ...otherParts(share, row)]) {
      if (rate === undefined) return { kind: 'unknown', model: name };
      parts.push({ of, count, rate });
      sum += priceOf({ of, count, rate });
    }
  }
  const [first] = rows;
  if (first === undefined) return { kind: 'unknown', model };
  return { kind: 'known', micros: rounded(sum, factor), currency: first.currency, parts, rows };
}

/** A part whose rate may be known to nobody. */
type Priced = Omit<CostPart, 'rate'> & { readonly rate: number | undefined };

/** Millionths of a millionth. */
function priceOf({ of, count, rate }: CostPart): bigint {
  const price = BigInt(count) * BigInt(rate);
  return isOther(of) ? price * million : price;
}

const otherPrefix = 'other:';

function isOther(name: string): boolean {
  return name.startsWith(otherPrefix);
}

/** Each token once, by the dearest word that is said of it: cached, heard or thought before plain. */
function tokenParts(usage: Usage, row: PriceRow): readonly Priced[] {
  const { input, output, cacheRead = 0, cacheWrite5m = 0, cacheWrite1h = 0 } = usage;
  for (const told of [input, output]) counted(told);
  const { reasoning = 0, audioInput = 0, audioOutput = 0, imageInput = 0 } = usage;
  const counts: Readonly<Record<Rate, number>> = {
    // What a provider says of its parts counts even where it is more than the whole: nobody pays less for a lie.
    input: Math.max(0, input - cacheRead - cacheWrite5m - cacheWrite1h - audioInput - imageInput),
    output: Math.max(0, output - reasoning - audioOutput),
    cacheRead,
    cacheWrite5m,
    cacheWrite1h,
    reasoning,
    audioInput,
    audioOutput,
    imageInput,
  };
  return Object.entries(counts).flatMap(([of, count]) =>
    count === 0 ? [] : [{ of, count: counted(count), rate: rateOf(row, of as Rate, input) }],
  );
}

/** Beside tokens, what has no rate costs nothing more; where no token was counted, it is what is charged for. */
function otherParts({ input, output, others = {} }: Usage, row: PriceRow): readonly Priced[] {
  const isAll = input === 0 && output === 0;
  return Object.entries(others).flatMap(([name, count]) => {
    const rate = Object.hasOwn(row.others, name) ? row.others[name] : undefined;
    return count === 0 || (rate === undefined && !isAll)
      ? []
      : [{ of: `${otherPrefix}${name}`, count: counted(count), rate }];
  });
}

function counted(count: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new RangeError(`Tokens are counted in whole numbers; got ${count}.`);
}

function rounded(sum: bigint, factor: Factor): number {
  if (
    !Number.isSafeInteger(factor.times) ||
    !Number.isSafeInteger(factor.in) ||
    factor.times < 0 ||
    factor.in < 1
  )
    throw new RangeError('A factor is a share of two whole numbers.');
  const [above, below] = [sum * BigInt(factor.times), million * BigInt(factor.in)];
  return Number((above * 2n + below) / (below * 2n));
}
