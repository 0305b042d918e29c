import { type ErrorCode, errorCatalogue } from '../errors/catalogue.ts';
import { errorPagePath } from '../errors/error-page.ts';
import type { Reference } from '../ids/id.ts';
import { render } from '../refusals/render.ts';
import type { DecisionRecord, RefusalWords, StepName, StepRecord } from './decision-record.ts';
import { describeToken, type Fact } from './describe-token.ts';
import { type ExplanationWords, englishExplanation } from './explanation-words.ts';
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

/** A record in words, English ones unless told otherwise. Pure: the same record gives the same explanation. */
export function explainDecision(
  record: DecisionRecord,
  words: ExplanationWords = englishExplanation,
): Explanation {
  return {
    reference: record.reference,
    headline: headlineOf(record, words),
    verdict: record.outcome,
    steps: record.steps.map((step) => explainStep(step, words)),
    ...(record.refusal === undefined ? {} : { refusal: explainRefusal(record.refusal) }),
    token: record.token === undefined ? [] : describeToken(record.token, record.steps, words),
    circumstances: circumstancesOf(record, words),
  };
}

function headlineOf(record: DecisionRecord, { headlines }: ExplanationWords): string {
  const { method, path, outcome, refusal, status, upstream } = record;
  const call = method === '' && path === '' ? headlines.unreadable : `${method} ${path}`;
  if (outcome === 'forwarded') {
    const values = {
      call,
      upstream: upstream?.name ?? headlines.upstream,
      status: upstream?.status ?? status,
    };
    return render(headlines.forwarded, values);
  }
  if (refusal === undefined) return render(headlines[outcome], { call, status });
  return render(headlines[`${outcome}Because`], { call, status, reason: refusal.sentence });
}

function explainStep(record: StepRecord, words: ExplanationWords): ExplainedStep {
  const { step, outcome, expected, actual } = record;
  const note = stepNote(record, words.notes);
  return {
    step,
    question: words.questions[step],
    outcome,
    word: words.outcomes[outcome],
    ...(note === undefined ? {} : { note }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

function explainRefusal({ code, sentence, expected, actual, fix, rule }: RefusalWords): ExplainedRefusal {
  return {
    code,
    sentence,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(fix === undefined ? {} : { fix }),
    ...(rule === undefined ? {} : { rule }),
    title: errorCatalogue[code].title,
    page: errorPagePath(code),
  };
}

function circumstancesOf(record: DecisionRecord, { facts }: ExplanationWords): readonly Fact[] {
  const { at, node, route, upstream, durationMicros } = record;
  return [
    { name: facts.at, value: new Date(at).toISOString() },
    { name: facts.decidedBy, value: node },
    ...(route === undefined ? [] : [{ name: facts.route, value: route }]),
    ...(upstream === undefined
      ? []
      : [{ name: facts.upstream, value: `${upstream.name} (${upstream.target})` }]),
    { name: facts.took, value: `${(durationMicros / 1000).toFixed(1)} ms` },
  ];
}
