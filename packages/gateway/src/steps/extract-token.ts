import { refusal, type SignetRefusal } from '@signet/contracts';
import { takeCredential } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { pageRequest } from '../request/page-request.ts';
import type { RequestHead } from '../request/request-head.ts';
import { valuesOf } from '../request/values-of.ts';
import type { Trace } from '../trace.ts';
import type { MatchedGuarded, Nobodys, Presented } from './passage.ts';
import { refused } from './prove-key.ts';

const sources = {
  header: Object.freeze({ step: 'extract-token', source: 'Authorization' }),
  proof: Object.freeze({ step: 'extract-token', source: 'Authorization, bound by DPoP' }),
  cookie: Object.freeze({ step: 'extract-token', source: 'Cookie' }),
} as const;

/**
 * Takes the one token out of `Authorization` (RFC 6750 §2.1, RFC 9449 §7.1), or from where the route takes one besides. A token
 * in any other place is refused, not overlooked.
 */
export function extractToken(
  matched: MatchedGuarded,
  head: RequestHead,
  maxBytes: number,
  trace: Trace,
): Presented | Nobodys | Denial {
  const { route, path } = matched;
  const bound = byProof.test(head.authorization[0] ?? '');
  const taken = takeCredential(bound ? asBearer(head) : head, route.cookieNames, maxBytes);
  if (taken.verdict === 'refused') {
    if (route.optional && isAbsent(taken.refusal)) return { route, path } as Nobodys;
    return new Denial('extract-token', taken.refusal);
  }
  const { compact, from } = taken.token;
  const [proof, ...more] = bound ? valuesOf('dpop', head.headers) : [];
  if (bound && (proof === undefined || more.length > 0)) {
    return refused(refusal(`dpop_proof_invalid.${proof === undefined ? 'missing' : 'unreadable'}`));
  }
  trace.tell(from === 'elsewhere' ? placeOf(head) : bound ? sources.proof : sources[from]);
  const page = from === 'cookie' ? pageRequest(head) : undefined;
  return { route, path, compact, page, proof } as Presented;
}

const byProof = /^dpop +/i;

/** The scheme says how a token is bound; the rules for where it stands are the same. */
function asBearer(head: RequestHead): RequestHead {
  return { ...head, authorization: head.authorization.map((value) => value.replace(byProof, 'Bearer ')) };
}

/** Nothing came at all: what came in another form was meant to say who calls, and is refused. */
function isAbsent({ code, variant }: SignetRefusal): boolean {
  return code === 'token_missing' && variant === 'no_header';
}

function placeOf({ elsewhere: [brought] }: RequestHead) {
  return { step: 'extract-token', source: brought?.place ?? '' } as const;
}
