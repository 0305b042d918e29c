import { type CostOfValue, costsQuerySchema, readBody, SignetError } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { readDuration } from '../../input/read-duration.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';
import { costsCsv } from './costs-csv.ts';
import { moneyText } from './money-text.ts';

export interface CostsOptions extends ServerOptions {
  readonly by: string;
  readonly since?: string;
  readonly limit?: string;
  readonly csv?: boolean;
}

const titles = ['COST', 'REQUESTS', 'INPUT', 'OUTPUT', 'UNPRICED'];

export async function listCosts(context: Context, options: CostsOptions): Promise<void> {
  const { by, limit } = options;
  const since = String(Math.max(0, context.clock() - readDuration(options.since ?? '30d', '--since 30d')));
  const query = readBody(costsQuerySchema, { by, since, ...(limit === undefined ? {} : { limit }) });
  if (!query.ok) throw new SignetError(query.refusal);
  const answered = await openAdmin(context, options).listCosts(query.body);
  const { costs, more } = answered;
  answer(context, options, answered, () => {
    if (options.csv === true) return costsCsv(by, costs);
    const shown = table([by.toUpperCase(), ...titles], costs.map(rowOf), context.paint);
    return `${shown}\n${more ? 'There are more: ask with a higher --limit.\n' : ''}`;
  });
}

function rowOf({
  value,
  currency,
  micros,
  requests,
  input,
  output,
  unpriced,
}: CostOfValue): readonly string[] {
  return [
    value ?? '–',
    `${moneyText(micros)} ${currency}`,
    ...[requests, input, output, unpriced].map(String),
  ];
}
