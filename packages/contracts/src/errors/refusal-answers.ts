import type { Refusal } from '@signet/token';
import type { DecisionRecord } from '../events/decision-record.ts';
import { type RefusedRequest, refusalRecord } from '../events/refusal-record.ts';
import { newId, type Reference } from '../ids/id.ts';
import type { ErrorCode } from './catalogue.ts';
import { type ProblemAnswer, problemAnswer } from './problem-answer.ts';

/** Answers a refusal under a fresh reference and keeps what `signet explain` needs; `retryAfter` in seconds. */
export type AnswerRefusal = (
  refusal: Refusal<ErrorCode>,
  request: RefusedRequest,
  retryAfter?: number,
) => ProblemAnswer & { readonly reference: Reference };

/** How a server other than the gateway answers refusals. */
export function createAnswerRefusal(options: {
  /** What the `WWW-Authenticate` challenge names. */
  readonly realm: string;
  /** Who decides, as it stands in the record. */
  readonly node: 'identity' | 'control' | 'web';
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Takes the record or leaves it; absent: the reference stands in the log only. */
  readonly record?: ((record: DecisionRecord) => void) | undefined;
}): AnswerRefusal {
  const { realm, node, clock, record } = options;
  return (refusal, request, retryAfter) => {
    const reference = newId('reference');
    record?.(refusalRecord(refusal, request, { reference, node, at: clock() }));
    const wait = retryAfter === undefined ? {} : { retryAfter };
    return { ...problemAnswer(refusal, { reference, realm, ...wait }), reference };
  };
}
