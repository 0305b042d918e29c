import { type PriceRow, type Rate, type Rates, rates } from './price-row.ts';

/** A row as an operator writes it: money as people say it, a million tokens at a time. */
export interface WrittenRow {
  readonly provider: string;
  readonly model: string;
  readonly from?: string;
  readonly currency?: string;
  /** Decimal texts such as `"0.075"`: what is written stays what it is. */
  readonly perMillion: Readonly<Partial<Record<Rate, string>>>;
  readonly above?: readonly {
    readonly tokens: number;
    readonly perMillion: Readonly<Partial<Record<Rate, string>>>;
  }[];
  readonly each?: Readonly<Record<string, string>>;
}

/** At most a thousand units of a currency for a token: nobody charges more, and sums stay exact. */
const mostMicros = 1_000_000_000_000_000;

/**
 * @param source named beside each price that is used
 * @throws RangeError with the row and the member that is wrong
 */
export function readPriceRow(written: WrittenRow, source: string): PriceRow {
  const where = `${written.provider} ${written.model}`;
  const { input, output, ...others } = readRates(written.perMillion, where);
  if (input === undefined || output === undefined)
    throw new RangeError(`${where}: a price for input and one for output are needed.`);
  if (written.from !== undefined && !isDay(written.from))
    throw new RangeError(`${where}: ${JSON.stringify(written.from)} is no day such as 2026-11-30.`);
  const tiers = (written.above ?? []).map(({ tokens, perMillion }) => ({
    above: tokens,
    rates: readRates(perMillion, where),
  }));
  return {
    provider: written.provider,
    model: written.model,
    ...(written.from === undefined ? {} : { from: written.from }),
    currency: written.currency ?? 'USD',
    rates: { ...others, input, output },
    tiers: tiers.toSorted((one, other) => one.above - other.above),
    others: Object.fromEntries(
      Object.entries(written.each ?? {}).map(([name, amount]) => [
        name,
        readMicros(amount, `${where}: ${name}`),
      ]),
    ),
    source,
  };
}

function readRates(perMillion: Readonly<Partial<Record<Rate, string>>>, where: string): Rates {
  const found = rates.flatMap((rate) => {
    const amount = perMillion[rate];
    return amount === undefined ? [] : [[rate, readMicros(amount, `${where}: ${rate}`)] as const];
  });
  return Object.fromEntries(found);
}

/** `"0.075"` → 75,000. More than six decimals would be lost, and are refused. */
export function readMicros(amount: string, where: string): number {
  const [, units = '', decimals = ''] = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(amount) ?? [];
  const micros = units === '' ? Number.NaN : Number(units) * 1_000_000 + Number(decimals.padEnd(6, '0'));
  if (Number.isSafeInteger(micros) && micros <= mostMicros) return micros;
  throw new RangeError(
    `${where}: ${JSON.stringify(amount)} is no amount such as "0.075", with six decimals at most.`,
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
