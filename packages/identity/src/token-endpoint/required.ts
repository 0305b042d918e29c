import { refusal, type TokenRequest } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';

/** The parameters that a way to a token cannot do without. */
export function required<Name extends keyof TokenRequest>(
  request: TokenRequest,
  names: readonly Name[],
): Outcome<{ readonly [Each in Name]: string }> {
  const missing = names.find((name) => request[name] === undefined);
  if (missing !== undefined) return denied(refusal('token_request_invalid.missing', { parameter: missing }));
  return passed(request as { readonly [Each in Name]: string });
}
