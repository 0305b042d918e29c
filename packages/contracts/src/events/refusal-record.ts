import { errorCatalogue } from '../errors/catalogue.ts';
import type { Reference } from '../ids/id.ts';
import type { SignetRefusal } from '../refusals/refusal.ts';
import { type DecisionRecord, type RefusalWords, recordVersion } from './decision-record.ts';

/** What is told of a request that a server other than the gateway refused. */
export interface RefusedRequest {
  readonly method: string;
  /** The target as it came; its query stays out of the record. */
  readonly url: string;
  readonly durationMicros: number;
}

/** Longer paths lead nowhere on the control side. */
const longestPath = 256;

/**
 * The record by which `signet explain` knows a refusal that no gateway made. It has no steps, and nothing of body,
 * headers or credentials: only the refusal's own words, which never repeat what was sent in confidence.
 */
export function refusalRecord(
  refusal: SignetRefusal,
  request: RefusedRequest,
  about: { readonly reference: Reference; readonly node: string; readonly at: number },
): DecisionRecord {
  const { status } = errorCatalogue[refusal.code];
  const [path = ''] = request.url.split('?', 1);
  return {
    version: recordVersion,
    ...about,
    method: request.method,
    path: path.slice(0, longestPath),
    outcome: status >= 500 ? 'failed' : 'refused',
    status,
    refusal: refusalWords(refusal),
    steps: [],
    durationMicros: request.durationMicros,
  };
}

/** What a record keeps of a refusal: code, variant and values for every language, and the English texts. */
export function refusalWords(refusal: SignetRefusal): RefusalWords {
  const { code, variant, values, sentence, expected, actual, fix, rule } = refusal;
  return {
    code,
    ...(variant === undefined ? {} : { variant }),
    ...(values === undefined ? {} : { values }),
    sentence,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(fix === undefined ? {} : { fix }),
    ...(rule === undefined ? {} : { rule }),
  };
}
