import type { ModelEvent, ModelFailure } from '../model/event.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';

/** Why an answer is none. One that ends in an error has no end in a protocol that knows no word for that. */
export function failureOf(event: ModelEvent): ModelFailure | undefined {
  if (event.kind === 'failed') return event.failure;
  const isError = event.kind === 'finish' && event.reason === 'error';
  return isError ? malformedAnswer('ended its answer with an error') : undefined;
}

/** The first failure of a whole answer; its status is that of the caller's answer. */
export function failureIn(events: readonly ModelEvent[]): ModelFailure | undefined {
  return events.flatMap((event) => failureOf(event) ?? [])[0];
}
