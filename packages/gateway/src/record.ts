import type {
  DecisionRecord,
  GatewayConfiguration,
  SteadyClock,
  SteadyTime,
  StepRecord,
  TokenSummary,
} from '@signet/contracts';
import { elapsed, recordVersion, refusalWords, stepNames } from '@signet/contracts';
import type { Denial } from './denial.ts';
import type { Journey } from './journey.ts';
import type { Recorder } from './ports/index.ts';
import { claimedToken } from './recording/claimed-token.ts';
import type { Counters } from './recording/counters.ts';
import type { RecordBudget } from './recording/record-budget.ts';
import { okNote } from './recording/step-notes.ts';
import { claimedSummary, verifiedSummary } from './recording/token-summary.ts';

export interface Recording {
  readonly recorder: Recorder;
  readonly counters: Counters;
  readonly budget: RecordBudget;
  /** Which gateway process decided, such as `gateway-1`. */
  readonly node: string;
  readonly steady: SteadyClock;
}

/** Counts the request, and keeps what is known of it if the budget for that has room. The rest is never even built. */
export function record(
  journey: Journey,
  recording: Recording,
  limits: GatewayConfiguration['records'],
): void {
  const { denial } = journey;
  const now = recording.steady();
  recording.counters.count(denial);
  const kept = recording.budget.take(denial === undefined ? 'success' : 'refusal', limits, now);
  if (kept) recording.recorder.record(ownCopy(decisionRecord(journey, recording.node, now)));
}

/** Without it, each text would be a window into the target or the token it was cut from, and keep all of that alive. */
function ownCopy(kept: DecisionRecord): DecisionRecord {
  return structuredClone(kept);
}

export function decisionRecord(journey: Journey, node: string, endedAt: SteadyTime): DecisionRecord {
  const { denial, route, upstream } = journey;
  const token = tokenOf(journey);
  return {
    version: recordVersion,
    reference: journey.reference,
    at: journey.at,
    node,
    method: journey.request.method ?? '',
    path: journey.path?.slice(0, longestPath) ?? pathAsItCame(journey.request.url),
    ...(route === undefined ? {} : { route: route.id }),
    outcome: outcomeOf(denial, journey.status),
    status: journey.status,
    ...(denial === undefined ? {} : { refusal: refusalWords(denial.refusal) }),
    steps: stepsOf(journey),
    ...(token === undefined ? {} : { token }),
    ...(upstream === undefined ? {} : { upstream }),
    durationMicros: Math.round(elapsed(journey.startedAt, endedAt) * 1000),
  };
}

const longestPath = 1024;

/** Of a request that found no route; the query stays out. */
function pathAsItCame(target = ''): string {
  const [path = ''] = target.split('?', 1);
  return path.startsWith('/') ? path.slice(0, longestPath) : '';
}

function outcomeOf(denial: Denial | undefined, status: number): DecisionRecord['outcome'] {
  if (denial === undefined) return 'forwarded';
  return denial.step === 'forward' || status >= 500 ? 'failed' : 'refused';
}

function tokenOf({ token, presented }: Journey): TokenSummary | undefined {
  if (token !== undefined) return verifiedSummary(token);
  const claimed = presented === undefined ? undefined : claimedToken(presented);
  return claimed === undefined ? undefined : claimedSummary(claimed);
}

const onlyForTokens: ReadonlySet<string> = new Set([
  'extract-token',
  'verify-token',
  'check-revocation',
  'authorize',
]);

/** What each step saw: those before the last one passed, those behind it were not reached. */
function stepsOf(journey: Journey): StepRecord[] {
  const { denial, route } = journey;
  const last = stepNames.indexOf(denial?.step ?? 'forward');
  return stepNames.map((step, index): StepRecord => {
    if (route?.kind === 'public' && onlyForTokens.has(step)) return { step, outcome: 'not-needed' };
    if (index > last) return { step, outcome: 'not-reached' };
    if (index < last || denial === undefined) return { step, outcome: 'ok', ...okNote(step, journey) };
    return refusedStep(denial, journey.status);
  });
}

function refusedStep({ step, refusal, details }: Denial, status: number): StepRecord {
  const { expected, actual } = refusal;
  return {
    step,
    outcome: status >= 500 || step === 'forward' ? 'failed' : 'refused',
    note: details.note ?? refusal.sentence,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}
