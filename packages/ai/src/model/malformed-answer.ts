import type { ModelFailure } from './event.ts';

/** An upstream that does not keep to its protocol; what it sent instead is not told on, as it may say too much. */
export function malformedAnswer(what: string): ModelFailure {
  return {
    status: 502,
    type: 'api_error',
    code: 'malformed_answer',
    message: `The model's provider ${what}.`,
  };
}

/** An answer that ended without the sign that it was all. */
export const cutAnswer: ModelFailure = {
  status: 502,
  type: 'api_error',
  code: 'cut_answer',
  message: "The answer of the model's provider was cut before it was complete.",
};
