import { takeBearer } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Trace } from '../trace.ts';
import type { MatchedGuarded, Presented } from './passage.ts';

const inAuthorization = Object.freeze({ step: 'extract-token', source: 'Authorization' });

/** Takes the one bearer token out of `Authorization` (RFC 6750 §2.1). A token in any other place is refused, not overlooked. */
export function extractToken(
  matched: MatchedGuarded,
  head: RequestHead,
  maxBytes: number,
  trace: Trace,
): Presented | Denial {
  const taken = takeBearer(head, maxBytes);
  if (taken.verdict === 'refused') return new Denial('extract-token', taken.refusal);
  trace.tell(inAuthorization);
  return { route: matched.route, path: matched.path, compact: taken.token } as Presented;
}
