import type {
  DecisionRecord,
  GatewayConfiguration,
  SteadyClock,
  SteadyTime,
  TokenSummary,
} from '@signet/contracts';
import { elapsed, recordVersion, refusalWords } from '@signet/contracts';
import type { Journey } from './journey.ts';
import type { AccessLog, Recorder, SpanSink } from './ports/index.ts';
import { accessLine } from './recording/access-line.ts';
import { claimedToken } from './recording/claimed-token.ts';
import type { Counters } from './recording/counters.ts';
import { type Meter, outcomeOf } from './recording/meter.ts';
import type { RecordBudget } from './recording/record-budget.ts';
import { shownPath } from './recording/shown-path.ts';
import { stepRecords } from './recording/step-records.ts';
import { claimedSummary, verifiedSummary } from './recording/token-summary.ts';
import type { AttemptTrace } from './trace.ts';
import { spansOf } from './tracing/spans-of.ts';

export interface Recording {
  readonly recorder: Recorder;
  /** Absent: nobody writes them. */
  readonly accessLog?: AccessLog;
  readonly spans?: SpanSink;
  readonly counters: Counters;
  readonly meter: Meter;
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
  recording.meter.measure(journey, now);
  const kept = recording.budget.take(denial === undefined ? 'success' : 'refusal', limits, now);
  tellOthers(journey, recording, now);
  if (kept) recording.recorder.record(ownCopy(decisionRecord(journey, recording.node, now)));
}

/** Where the operator wants lines or spans of requests. */
function tellOthers(journey: Journey, { accessLog, spans }: Recording, now: SteadyTime): void {
  const { accessLog: wanted, tracing } = journey.live.snapshot.gateway;
  if (wanted !== undefined) accessLog?.write(wanted.to, accessLine(journey, wanted, now));
  if (tracing === undefined || journey.context?.sampled !== true || spans === undefined) return;
  for (const span of spansOf(journey, journey.context, now)) spans.send(tracing.endpoint, span);
}

/** Without it, each text would be a window into the target or the token it was cut from, and keep all of that alive. */
function ownCopy(kept: DecisionRecord): DecisionRecord {
  return structuredClone(kept);
}

export function decisionRecord(journey: Journey, node: string, endedAt: SteadyTime): DecisionRecord {
  const { denial, trace } = journey;
  const matched = trace.last('match-route');
  const token = tokenOf(journey);
  const upstream = upstreamOf(trace.lastAttempt);
  return {
    version: recordVersion,
    reference: journey.reference,
    at: journey.at,
    node,
    method: journey.call.method,
    path: shownPath(journey),
    ...(matched === undefined ? {} : { route: matched.route.id }),
    outcome: outcomeOf(denial, journey.status),
    status: journey.status,
    ...(denial === undefined ? {} : { refusal: refusalWords(denial.refusal) }),
    steps: stepRecords(trace, denial, journey.status),
    ...(token === undefined ? {} : { token }),
    ...(upstream === undefined ? {} : { upstream }),
    durationMicros: Math.round(elapsed(journey.startedAt, endedAt) * 1000),
  };
}

/** The last one that was tried. */
function upstreamOf(attempt: AttemptTrace | undefined): DecisionRecord['upstream'] {
  if (attempt === undefined) return undefined;
  const { upstream: name, target, status } = attempt;
  return status === undefined ? { name, target } : { name, target, status };
}

function tokenOf({ trace, presented }: Journey): TokenSummary | undefined {
  const verified = trace.last('verify-token');
  if (verified !== undefined) return verifiedSummary(verified.token);
  const claimed = presented === undefined ? undefined : claimedToken(presented);
  return claimed === undefined ? undefined : claimedSummary(claimed);
}
