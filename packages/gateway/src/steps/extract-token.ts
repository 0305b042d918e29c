import { refusal, type SignetRefusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Trace } from '../trace.ts';
import type { MatchedGuarded, Presented } from './passage.ts';

const bearer = /^bearer(?: +|$)/i;
const tokenCharacters = /^[A-Za-z0-9._~+/-]+=*$/;
const inAuthorization = Object.freeze({ step: 'extract-token', source: 'Authorization' });
const mayNameToken = /access|%/i;

/** Takes the one bearer token out of `Authorization` (RFC 6750 §2.1). A token in any other place is refused, not overlooked. */
export function extractToken(
  matched: MatchedGuarded,
  head: RequestHead,
  maxBytes: number,
  trace: Trace,
): Presented | Denial {
  const { authorization, query } = head;
  if (query !== '' && hasTokenIn(query)) return refused(refusal('token_in_query'));
  if (authorization.length > 1) return refused(refusal('token_ambiguous.several_headers'));
  const [value] = authorization;
  if (value === undefined) return refused(refusal('token_missing.no_header'));
  const scheme = bearer.exec(value);
  if (scheme === null) return refused(refusal('token_missing.other_scheme'));
  const compact = value.slice(scheme[0].length).trimEnd();
  if (compact === '') return refused(refusal('token_missing.empty_header'));
  if (compact.length > maxBytes) {
    return refused(refusal('token_oversized.gateway', { most: maxBytes, bytes: compact.length }));
  }
  if (!tokenCharacters.test(compact)) return unreadable(compact);
  trace.tell(inAuthorization);
  return { route: matched.route, path: matched.path, compact } as Presented;
}

/** However the parameter's name is escaped. */
function hasTokenIn(query: string): boolean {
  return mayNameToken.test(query) && namesToken(new URLSearchParams(query));
}

function namesToken(parameters: URLSearchParams): boolean {
  return [...parameters.keys()].some((name) => name.toLowerCase() === 'access_token');
}

/** Two tokens behind one another are an attempt to have each hop pick its own. */
function unreadable(value: string): Denial {
  return /[\s,]/.test(value)
    ? refused(refusal('token_ambiguous.several_values'))
    : refused(refusal('token_malformed.foreign_characters'));
}

function refused(told: SignetRefusal): Denial {
  return new Denial('extract-token', told);
}
