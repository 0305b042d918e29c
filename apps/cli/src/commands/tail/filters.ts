import type { DecisionRecord } from '@signet/contracts';
import { usageFailure } from '../../failure.ts';

/** What a person wants to see of the decisions; all of it has to fit. */
export interface TailFilters {
  readonly route?: string;
  readonly verdict?: string;
  readonly subject?: string;
  readonly status?: string;
}

const outcomes: readonly string[] = ['forwarded', 'refused', 'failed'];

/** Throws for what could fit nothing, so that nobody waits for it. */
export function readFilters({
  route,
  verdict,
  subject,
  status,
}: TailFilters): (record: DecisionRecord) => boolean {
  const fitsStatus = readStatus(status);
  const fitsVerdict = readVerdict(verdict);
  return (record) =>
    (route === undefined || record.route === route) &&
    (subject === undefined || record.token?.subject === subject) &&
    fitsStatus(record) &&
    fitsVerdict(record);
}

function readStatus(text: string | undefined): (record: DecisionRecord) => boolean {
  if (text === undefined) return () => true;
  if (/^[1-5]xx$/i.test(text)) return ({ status }) => Math.floor(status / 100) === Number(text[0]);
  if (/^[1-5]\d\d$/.test(text)) return ({ status }) => status === Number(text);
  throw usageFailure({
    sentence: 'This is no status.',
    expected: 'a number such as 401, or a class such as 4xx',
    actual: text.slice(0, 60),
    fix: 'Write `--status 401` or `--status 4xx`.',
  });
}

function readVerdict(text: string | undefined): (record: DecisionRecord) => boolean {
  if (text === undefined) return () => true;
  if (outcomes.includes(text)) return ({ outcome }) => outcome === text;
  if (/^[a-z]+(?:_[a-z]+)*$/.test(text)) return ({ refusal }) => refusal?.code === text;
  throw usageFailure({
    sentence: 'This is no verdict.',
    expected: `${outcomes.join(', ')}, or a code such as token_expired`,
    actual: text.slice(0, 60),
    fix: 'Write `--verdict refused` or `--verdict token_expired`.',
  });
}
