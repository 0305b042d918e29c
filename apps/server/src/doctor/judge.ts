import type { CrookedRequest } from './crooked/crooked-request.ts';
import type { Arrival } from './probe.ts';
import type { RawAnswer } from './send-raw.ts';

/**
 * `held`: as it is to be. `allowed`: it came through since the file lets it. `through`: it came through and must not.
 * `unclear`: nothing came through, and not because it was refused.
 */
export type FindingVerdict = 'held' | 'allowed' | 'through' | 'unclear';

/** What came of one request. */
export interface Finding {
  readonly id: string;
  readonly sent: string;
  readonly expected: string;
  readonly got: string;
  readonly verdict: FindingVerdict;
  /** Absent where there is nothing to do. */
  readonly fix?: string;
}

/** What one request led to. */
export interface Outcome {
  readonly arrivals: readonly Arrival[];
  readonly answer: RawAnswer;
}

const longestShown = 120;

export function judge(crooked: CrookedRequest, outcome: Outcome): Finding {
  const { id, sent, allowedBy } = crooked;
  const expected = crooked.wanted === 'refused' ? 'refused' : 'refused, or without it at the upstream';
  const about = { id, sent, expected };
  const { arrivals, answer } = outcome;
  if (arrivals.length === 0) {
    const got = toldAnswer(answer);
    if (isRefusal(answer)) return { ...about, got, verdict: 'held' };
    return { ...about, got, verdict: 'unclear', fix: again };
  }
  const leak = leakOf(crooked, arrivals);
  if (leak === undefined) return { ...about, got: 'without it at the upstream', verdict: 'held' };
  if (allowedBy === undefined) return { ...about, got: leak, verdict: 'through', fix: tell };
  return { ...about, got: leak, verdict: 'allowed', fix: asked(allowedBy) };
}

const again = 'Nothing was decided about the request: try it again when the machine has less to do.';
const tell =
  'This is a fault of Signet: tell its maintainers, as SECURITY.md says, and take the route out of use until it is mended.';

function asked(setting: string): string {
  return `The file asks for this with \`${setting}\`; take it out unless it is meant.`;
}

/** An ordinary request must come through, once; where it does not, nothing that is refused says anything. */
export function judgeOrdinary(id: string, { arrivals, answer }: Outcome): Finding {
  const about = { id, sent: 'an ordinary request', expected: 'at the upstream, once' };
  const [, second] = arrivals;
  if (second !== undefined)
    return { ...about, got: `${arrivals.length} requests at the upstream`, verdict: 'through', fix: tell };
  if (arrivals.length === 1) return { ...about, got: 'at the upstream, once', verdict: 'held' };
  return { ...about, got: toldAnswer(answer), verdict: 'unclear', fix: fixFor(answer) };
}

function fixFor({ code }: RawAnswer): string {
  if (code === undefined) return again;
  return lacksClaims.has(code)
    ? 'The route asks for more than can be read from it: give what its conditions need with `--claims FILE`, or a path that meets them with `--path PATH`.'
    : `See \`signet explain ${code}\`; another path is given with \`--path PATH\`, claims with \`--claims FILE\`.`;
}

const lacksClaims: ReadonlySet<string> = new Set(['condition_not_met', 'requirement_missing']);

/** Too much for the gateway, or an error of its own, is no decision. */
function isRefusal({ status }: RawAnswer): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 429;
}

function toldAnswer({ status, code }: RawAnswer): string {
  if (status === undefined) return 'no answer';
  return code === undefined ? `answered with ${status}` : `${status} ${code}`;
}

/** What of it stands in what reached the upstream; undefined where that is clean. */
function leakOf({ wanted, mark }: CrookedRequest, arrivals: readonly Arrival[]): string | undefined {
  const [first, second] = arrivals;
  if (second !== undefined) return `${arrivals.length} requests at the upstream`;
  if (wanted === 'refused' || mark === undefined) return `at the upstream: ${shown(first)}`;
  const found = first?.headers.find(([, value]) => value.toLowerCase().includes(mark.toLowerCase()));
  return found === undefined ? undefined : `at the upstream: ${found.join(': ').slice(0, longestShown)}`;
}

/** Without the query, in which a key may stand. */
function shown(arrival: Arrival | undefined): string {
  const [path = ''] = (arrival?.target ?? '').split('?');
  return `${arrival?.method ?? ''} ${path}`.slice(0, longestShown);
}
