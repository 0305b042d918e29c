import { type ErrorCode, errorCatalogue } from '../errors/catalogue.ts';
import { errorPagePath } from '../errors/error-page.ts';
import type { Reference } from '../ids/id.ts';
import type { DecisionRecord, StepName, StepRecord } from './decision-record.ts';
import { describeToken, type Fact } from './describe-token.ts';
import { stepNote } from './step-note.ts';

/** What a terminal and a browser show of a decision, in the same words and the same order. */
export interface Explanation {
  readonly reference: Reference;
  /** One sentence: what was asked, and what came of it. */
  readonly headline: string;
  readonly verdict: 'forwarded' | 'refused' | 'failed';
  /** In the order in which the gateway took them. */
  readonly steps: readonly ExplainedStep[];
  /** Present unless the call was forwarded and answered. */
  readonly refusal?: ExplainedRefusal;
  /** What the token said of itself, without the token. */
  readonly token: readonly Fact[];
  /** When, where and how long. */
  readonly circumstances: readonly Fact[];
}

export interface ExplainedStep {
  readonly step: StepName;
  /** What the step asks. */
  readonly question: string;
  readonly outcome: StepRecord['outcome'];
  /** The outcome in a word or two, so that colour need not say it. */
  readonly word: string;
  readonly note?: string;
  readonly expected?: string;
  readonly actual?: string;
}

export interface ExplainedRefusal {
  readonly code: ErrorCode;
  readonly title: string;
  readonly sentence: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  readonly rule?: string;
  /** The path of the code's page on the origin of the issuer. */
  readonly page: string;
}

const questions: Readonly<Record<StepName, string>> = {
  'read-request': 'Can the request be read in one way only?',
  'match-route': 'Which route takes it?',
  'extract-token': 'Which token came with it?',
  'verify-token': 'Can the token be believed?',
  'check-revocation': 'Is the token still in force?',
  authorize: 'Does it carry what the route asks for?',
  limit: 'Is there room in the budgets?',
  forward: 'What did the upstream say?',
};

const words: Readonly<Record<StepRecord['outcome'], string>> = {
  ok: 'yes',
  refused: 'refused',
  failed: 'failed',
  'not-reached': 'not reached',
  'not-needed': 'not needed',
};

/** A record in words. Pure: the same record gives the same explanation. */
export function explainDecision(record: DecisionRecord): Explanation {
  return {
    reference: record.reference,
    headline: headlineOf(record),
    verdict: record.outcome,
    steps: record.steps.map(explainStep),
    ...(record.refusal === undefined ? {} : { refusal: explainRefusal(record.refusal) }),
    token: record.token === undefined ? [] : describeToken(record.token),
    circumstances: circumstancesOf(record),
  };
}

function headlineOf({ method, path, outcome, refusal, status, upstream }: DecisionRecord): string {
  const call = method === '' && path === '' ? 'A request that could not be read' : `${method} ${path}`;
  if (outcome === 'forwarded') {
    return `${call} was forwarded to ${upstream?.name ?? 'the upstream'}, which answered ${upstream?.status ?? status}.`;
  }
  const reason = refusal === undefined ? '' : `: ${refusal.sentence}`;
  return `${call} was ${outcome === 'refused' ? 'refused' : 'not answered'} with ${status}${reason || '.'}`;
}

function explainStep(record: StepRecord): ExplainedStep {
  const { step, outcome, expected, actual } = record;
  const note = stepNote(record);
  return {
    step,
    question: questions[step],
    outcome,
    word: words[outcome],
    ...(note === undefined ? {} : { note }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

function explainRefusal(refusal: NonNullable<DecisionRecord['refusal']>): ExplainedRefusal {
  return { ...refusal, title: errorCatalogue[refusal.code].title, page: errorPagePath(refusal.code) };
}

function circumstancesOf({ at, node, route, upstream, durationMicros }: DecisionRecord): readonly Fact[] {
  return [
    { name: 'At', value: new Date(at).toISOString() },
    { name: 'Decided by', value: node },
    ...(route === undefined ? [] : [{ name: 'Route', value: route }]),
    ...(upstream === undefined ? [] : [{ name: 'Upstream', value: `${upstream.name} (${upstream.target})` }]),
    { name: 'Took', value: `${(durationMicros / 1000).toFixed(1)} ms` },
  ];
}
