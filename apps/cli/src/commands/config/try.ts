import type { Flip, TryConfigurationAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readDuration } from '../../input/read-duration.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { readText } from './check.ts';
import { countOf, problemText } from './problems.ts';

type TryOptions = ServerOptions & { readonly since?: string };

const titles = ['CALLS', 'CONSUMER', 'ROUTE', 'WAS', 'WOULD BE', 'SUCH AS'];

/** Which recorded calls a draft would decide otherwise: no where one flips, and not sure where one cannot be told. */
export async function tryConfiguration(
  context: Context,
  file: string,
  options: TryOptions,
): Promise<ExitCode> {
  const since = context.clock() - readDuration(options.since ?? '24h', '--since 24h');
  const text = await readText(file);
  const tried = await openAdmin(context, options).tryConfiguration({ text, since: Math.max(0, since) });
  answer(context, options, { file, ...tried }, () => textOf(context, file, tried));
  if (!tried.ok || tried.flips.length > 0) return 1;
  return tried.cannotTell.length > 0 ? 3 : 0;
}

function textOf(context: Context, file: string, tried: TryConfigurationAnswer): string {
  const { ok, problems, calls, same, flips, furtherFlips, cannotTell, from } = tried;
  const { paint, terminal } = context;
  if (!ok) {
    const shown = problems.map((each) => problemText({ ...each, file }, paint, terminal.width));
    return `${outcomeLine(paint, false, `${countOf(problems)} in ${file}`)}\n${shown.join('')}`;
  }
  const flipped = flips.reduce((sum, { count }) => sum + count, furtherFlips);
  const since = from === undefined ? '' : ` since ${new Date(from).toISOString()}`;
  const told = `${flipped} of ${calls} recorded calls${since} would be decided otherwise, ${same} as they were.`;
  return [
    outcomeLine(paint, flipped === 0, told),
    ...(flips.length === 0 ? [] : [table(titles, flips.map(rowOf), paint)]),
    ...(furtherFlips === 0 ? [] : [`And ${furtherFlips} calls of further kinds.`]),
    ...cannotTell.map(
      ({ why, count, examples }) =>
        `Cannot tell of ${count}: no record holds ${safeText(why)} (${examples.join(', ')}).`,
    ),
    '',
  ].join('\n');
}

function rowOf({ count, consumer, route, was, becomes, examples }: Flip): readonly string[] {
  return [
    String(count),
    consumer ?? 'nobody proven',
    route ?? 'none',
    was ?? 'allowed',
    becomes ?? 'allowed',
    examples[0] ?? '–',
  ];
}
