import type { DecisionRecord } from '../events/decision-record.ts';
import { type RefusedRequest, refusalRecord } from '../events/refusal-record.ts';
import { newId, type Reference } from '../ids/id.ts';
import type { SignetRefusal } from '../refusals/refusal.ts';
import type { WallClock } from '../time/clocks.ts';
import { type ErrorCode, errorCatalogue } from './catalogue.ts';
import { type ProblemAnswer, problemAnswer } from './problem-answer.ts';

/**
 * Answers a refusal under a fresh reference and keeps what `signet explain` needs; `retryAfter` in seconds. What is
 * refused only for the moment (503) says 1 unless told otherwise.
 */
export type AnswerRefusal = (
  refusal: SignetRefusal,
  request: RefusedRequest,
  retryAfter?: number,
) => ProblemAnswer & { readonly reference: Reference };

/** How a server other than the gateway answers refusals. */
export function createAnswerRefusal(options: {
  /** What the `WWW-Authenticate` challenge names. */
  readonly realm: string;
  /** URL of the identity provider, whose origin serves the pages of the codes. */
  readonly issuer: string;
  /** Who decides, as it stands in the record. */
  readonly node: 'identity' | 'control' | 'web';
  /** Milliseconds since the epoch. */
  readonly wall: WallClock;
  /** Takes the record or leaves it; absent: the reference stands in the log only. */
  readonly record?: ((record: DecisionRecord) => void) | undefined;
}): AnswerRefusal {
  const { realm, issuer, node, wall, record } = options;
  return (refusal, request, retryAfter = defaultWait(refusal.code)) => {
    const reference = newId('reference');
    record?.(refusalRecord(refusal, request, { reference, node, at: wall() }));
    const wait = retryAfter === undefined ? {} : { retryAfter };
    return { ...problemAnswer(refusal, { reference, realm, issuer, ...wait }), reference };
  };
}

/** RFC 9110 §15.6.4: seconds until a server that is away for the moment should be asked again. */
function defaultWait(code: ErrorCode): number | undefined {
  return errorCatalogue[code].status === 503 ? 1 : undefined;
}
