import type { SignetRefusal } from '@signet/contracts';
import { takeCredential } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { pageRequest } from '../request/page-request.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Trace } from '../trace.ts';
import type { MatchedGuarded, Nobodys, Presented } from './passage.ts';

const sources = {
  header: Object.freeze({ step: 'extract-token', source: 'Authorization' }),
  cookie: Object.freeze({ step: 'extract-token', source: 'Cookie' }),
} as const;

/**
 * Takes the one bearer token out of `Authorization` (RFC 6750 §2.1), or from where the route takes one besides. A token
 * in any other place is refused, not overlooked.
 */
export function extractToken(
  matched: MatchedGuarded,
  head: RequestHead,
  maxBytes: number,
  trace: Trace,
): Presented | Nobodys | Denial {
  const { route, path } = matched;
  const taken = takeCredential(head, route.cookieNames, maxBytes);
  if (taken.verdict === 'refused') {
    if (route.optional && isAbsent(taken.refusal)) return { route, path } as Nobodys;
    return new Denial('extract-token', taken.refusal);
  }
  const { compact, from } = taken.token;
  trace.tell(from === 'elsewhere' ? placeOf(head) : sources[from]);
  return { route, path, compact, page: from === 'cookie' ? pageRequest(head) : undefined } as Presented;
}

/** Nothing came at all: what came in another form was meant to say who calls, and is refused. */
function isAbsent({ code, variant }: SignetRefusal): boolean {
  return code === 'token_missing' && variant === 'no_header';
}

function placeOf({ elsewhere: [brought] }: RequestHead) {
  return { step: 'extract-token', source: brought?.place ?? '' } as const;
}
