import type { ConfigurationSummary } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { table } from '../../terminal/table.ts';
import { instant } from '../keys/instant.ts';
import { numberOf } from './number.ts';

type HistoryOptions = ServerOptions & { readonly limit?: string };

const titles = ['NUMBER', 'AT', 'BY', 'WHAT', 'CHANGED'];

export async function listConfigurations(context: Context, options: HistoryOptions): Promise<void> {
  const limit = numberOf(options.limit ?? '20', 1);
  const answered = await openAdmin(context, options).listConfigurations({ limit });
  answer(context, options, answered, () =>
    answered.configurations.length === 0
      ? 'Nothing was applied: the gateways follow signet.yaml.\n'
      : `${table(titles, answered.configurations.flatMap(rowsOf), context.paint)}\n`,
  );
}

/** A line for each change, the first with all else. */
function rowsOf(entry: ConfigurationSummary): readonly (readonly string[])[] {
  const { number, at, by, changes } = entry;
  const [first = '', ...more] = changes;
  const who = by.id === undefined ? by.kind : by.id;
  return [
    [String(number), instant(at), who, whatOf(entry), first],
    ...more.map((change) => ['', '', '', '', change]),
  ];
}

function whatOf({ kind, restores }: ConfigurationSummary): string {
  if (kind === 'applied') return 'applied';
  return kind === 'returned' ? 'signet.yaml counts again' : `rolled back to ${restores}`;
}
