import type { ModelFailure } from './event.ts';
import type { ModelRequest } from './request.ts';

/** What came of reading a request of a caller: it, or why it is none. */
export type RequestReading = { readonly request: ModelRequest } | { readonly failure: ModelFailure };

/** A request that is refused before anybody is asked. */
export function refused(message: string, param?: string): { readonly failure: ModelFailure } {
  const failure = { status: 400, type: 'invalid_request_error', message };
  return { failure: param === undefined ? failure : { ...failure, param } };
}
