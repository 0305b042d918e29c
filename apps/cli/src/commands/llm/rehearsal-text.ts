import {
  type NotAskedReason,
  type RehearsalFinding,
  type RehearsalVerdict,
  type RehearsedCase,
  type RehearsedSide,
  rehearsalVerdicts,
} from '@signet/contracts';
import type { Paint } from '../../terminal/palette.ts';
import { safeInline } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { moneyText } from './money-text.ts';

export interface Rehearsal {
  readonly cases: readonly RehearsedCase[];
  /** Cases that were not begun, as the budget was spent. */
  readonly left: number;
  /** There are more kept than were listed. */
  readonly more: boolean;
  readonly to: string;
}

const verdicts: Readonly<Record<RehearsalVerdict, string>> = {
  'as-good': 'as good',
  look: 'look',
  worse: 'worse',
  failed: 'failed',
  'not-asked': 'not asked',
};

const findingWords: Readonly<Record<RehearsalFinding, string>> = {
  refuses: 'refuses',
  cut: 'is cut',
  empty: 'says nothing',
  schema: 'leaves the schema',
  arguments: 'calls a tool with arguments that it does not take',
  'other-tools': 'calls other tools',
  'other-arguments': 'calls with other arguments',
  'no-longer-refuses': 'no longer refuses',
  loses: 'is not asked in full',
};

const reasons: Readonly<Record<NotAskedReason, string>> = {
  gone: 'forgotten meanwhile',
  budget: 'the budget is spent',
  unpriced: 'nobody knows the price',
  unbounded: 'nothing bounds its cost',
  'other-currency': 'has its price in another currency',
  'no-key': 'no key is known',
  'asked-before': 'asked before',
  unreadable: 'cannot be read any more',
};

const titles = ['CASE', 'VERDICT', 'COST', 'WAS', 'SECONDS', 'WAS', 'BECAUSE'];

/** A row for each case, and what they come to. */
export function rehearsalText({ cases, left, more, to }: Rehearsal, paint: Paint): string {
  const lines = [table(titles, cases.map(rowOf), paint), '', sumOf(cases, to)];
  if (left > 0) lines.push(`${left} more were not asked: give them more with --most.`);
  if (more) lines.push('There are older ones: ask with a higher --limit.');
  return `${lines.join('\n')}\n`;
}

function rowOf(rehearsed: RehearsedCase): readonly string[] {
  const { reference, verdict, before, after } = rehearsed;
  return [
    reference,
    verdicts[verdict],
    ...[costOf(after), costOf(before), secondsOf(after), secondsOf(before)],
    becauseOf(rehearsed),
  ];
}

function becauseOf({ findings, because, failure, losses }: RehearsedCase): string {
  if (because !== undefined) return reasons[because];
  if (failure !== undefined) return safeInline(failure);
  const lost = losses.length === 0 ? '' : ` (${safeInline(losses.slice(0, 3).join(', '))})`;
  return findings.map((finding) => `${findingWords[finding]}${finding === 'loses' ? lost : ''}`).join(', ');
}

function costOf(side: RehearsedSide | undefined): string {
  if (side?.costMicros === undefined) return '–';
  return `${moneyText(side.costMicros)} ${side.currency ?? ''}`.trim();
}

function secondsOf(side: RehearsedSide | undefined): string {
  return side === undefined ? '–' : (side.took / 1000).toFixed(1);
}

/** Of those alone that both have answered: others would make one of them cheap. */
function sumOf(cases: readonly RehearsedCase[], to: string): string {
  const counts = rehearsalVerdicts
    .map((verdict) => [verdict, cases.filter((each) => each.verdict === verdict).length] as const)
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => `${count} ${verdicts[verdict]}`);
  const both = cases.flatMap(({ before, after }) =>
    before?.costMicros !== undefined && after?.costMicros !== undefined && before.currency === after.currency
      ? [{ before: before.costMicros, after: after.costMicros, currency: after.currency ?? '' }]
      : [],
  );
  const [first] = both;
  const head = `${safeInline(to)}: ${counts.join(', ')}.`;
  if (first === undefined || both.some(({ currency }) => currency !== first.currency)) return head;
  const sum = (side: 'before' | 'after') => both.reduce((all, each) => all + each[side], 0);
  const money = (side: 'before' | 'after') => `${moneyText(sum(side))} ${first.currency}`;
  return `${head} ${both.length} of them cost ${money('after')} instead of ${money('before')}.`;
}
