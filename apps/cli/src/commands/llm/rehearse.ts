import { randomBytes } from 'node:crypto';
import { keptCallsQuerySchema, type RehearsedCase, readBody, SignetError } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import type { ExitCode } from '../../failure.ts';
import { readDuration } from '../../input/read-duration.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { say } from '../../terminal/print-warning.ts';
import { readMost } from './read-most.ts';
import { rehearsalCsv } from './rehearsal-csv.ts';
import { rehearsalText } from './rehearsal-text.ts';

export interface RehearseOptions extends ServerOptions {
  readonly route: string;
  readonly to: string;
  readonly since?: string;
  readonly most?: readonly string[];
  readonly limit?: string;
  readonly csv?: boolean;
}

/** How often progress is said: each time that so many more are through. */
const saidEvery = 10;

/** One case after the other, so that who watches sees how it goes, and what it costs is known before the next. */
export async function rehearse(context: Context, options: RehearseOptions): Promise<ExitCode> {
  const { route, to, limit } = options;
  const { most, currency } = readMost(options.most);
  const begunAt = Math.trunc(context.clock());
  const since = String(Math.max(0, begunAt - readDuration(options.since ?? '24h', '--since 24h')));
  const query = readBody(keptCallsQuerySchema, { route, since, ...(limit === undefined ? {} : { limit }) });
  if (!query.ok) throw new SignetError(query.refusal);
  const admin = openAdmin(context, options);
  const { keeps, calls, more } = await admin.listKeptCalls(query.body);
  if (calls.length === 0) {
    answer(context, options, { cases: [], left: 0, more }, () => `${nothingKept(keeps)}\n`);
    return 0;
  }
  const rehearsal = randomBytes(16).toString('base64url');
  const cases: RehearsedCase[] = [];
  for (const { reference } of calls) {
    cases.push(await admin.rehearseCall({ rehearsal, begunAt, most, currency, reference, to }));
    if (cases.length % saidEvery === 0 || cases.length === calls.length)
      say(context, `${cases.length} of ${calls.length} asked.`);
    // No other will fit where the budget is empty, or nearly so: the smallest is not searched for.
    if (cases.at(-1)?.because === 'budget') break;
  }
  const left = calls.length - cases.length;
  answer(context, options, { cases, left, more }, () =>
    options.csv === true ? rehearsalCsv(cases) : rehearsalText({ cases, left, more, to }, context.paint),
  );
  return isPassed(cases) ? 0 : 1;
}

/** Where no answer was judged, nothing is known of the model: who switches by this command does not. */
function isPassed(cases: readonly RehearsedCase[]): boolean {
  const verdicts = cases.map(({ verdict }) => verdict);
  const isJudged = verdicts.some((verdict) => verdict === 'as-good' || verdict === 'look');
  return isJudged && !verdicts.includes('worse') && !verdicts.includes('failed');
}

function nothingKept(keeps: boolean): string {
  return keeps
    ? 'Nothing was kept of that route in this time: call it first, or look further back with --since.'
    : 'That route keeps nothing: write `keep: { bodies: 1d }` in its `llm`, and call it.';
}
