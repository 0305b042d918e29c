import { setTimeout as wait } from 'node:timers/promises';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { readFilters, type TailFilters } from './filters.ts';
import { followDecisions, mostAtOnce } from './follow-decisions.ts';
import { recordLine } from './record-line.ts';

export interface TailOptions extends ServerOptions, TailFilters {
  readonly lines?: string;
  readonly follow?: boolean;
}

const everyMs = 1000;

/** Shows what gateways decide, as it is decided, until a person ends it with Ctrl C. */
export async function tail(context: Context, options: TailOptions): Promise<void> {
  const { terminal, paint } = context;
  const fits = readFilters(options);
  const lines = readLines(options.lines);
  const admin = openAdmin(context, options);
  await followDecisions({
    fits,
    lines,
    newest: async () => (await admin.listRecords({ limit: mostAtOnce })).records,
    show: (record) => answer(context, options, record, () => `${recordLine(record, paint)}\n`),
    missed: () => terminal.err(gap),
    async pause() {
      await terminal.drained();
      if (options.follow === false) return false;
      await wait(everyMs);
      return true;
    },
  });
}

const gap = `More than ${mostAtOnce} decisions came at once; some are not shown. Metrics count all of them.\n`;

function readLines(text = '10'): number {
  const lines = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (lines <= mostAtOnce) return lines;
  throw usageFailure({
    sentence: 'This is no number of lines.',
    expected: `a whole number from 0 to ${mostAtOnce}`,
    actual: text.slice(0, 60),
    fix: 'Write `--lines 10`.',
  });
}
