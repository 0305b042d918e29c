import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { MatchedGuarded, Presented } from './passage.ts';

const bearer = /^bearer(?: +|$)/i;
const tokenCharacters = /^[A-Za-z0-9._~+/-]+=*$/;
const mayNameToken = /access|%/i;

/** Takes the one bearer token out of `Authorization` (RFC 6750 §2.1). A token in any other place is refused, not overlooked. */
export function extractToken(
  matched: MatchedGuarded,
  head: RequestHead,
  maxBytes: number,
): Presented | Denial {
  const { authorization, query } = head;
  if (query !== '' && hasTokenIn(query)) return tokenInQuery();
  if (authorization.length > 1) return ambiguous('several Authorization headers');
  const [value] = authorization;
  if (value === undefined) return missing('no Authorization header');
  const scheme = bearer.exec(value);
  if (scheme === null) return missing('another authentication scheme');
  const compact = value.slice(scheme[0].length).trimEnd();
  if (compact === '') return missing('the word Bearer without a token');
  if (compact.length > maxBytes) return oversized(compact.length, maxBytes);
  if (!tokenCharacters.test(compact)) return unreadable(compact);
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
  if (/[\s,]/.test(value)) return ambiguous('more than one value in the Authorization header');
  return new Denial('extract-token', {
    code: 'token_malformed',
    sentence: 'The token holds characters that no token has.',
    expected: 'letters, digits and - . _ ~ + /',
    actual: 'another character',
    fix: 'Send the token exactly as it was issued, without quotes.',
    rule: 'RFC 6750 §2.1',
  });
}

function missing(actual: string): Denial {
  return new Denial('extract-token', {
    code: 'token_missing',
    sentence: 'This route needs a token and none came.',
    expected: 'a header Authorization: Bearer TOKEN',
    actual,
    fix: 'Sign in and send the access token in the Authorization header.',
    rule: 'RFC 6750 §2.1',
  });
}

function ambiguous(actual: string): Denial {
  return new Denial('extract-token', {
    code: 'token_ambiguous',
    sentence: 'More than one token came, and the gateway does not choose between them.',
    expected: 'one token',
    actual,
    fix: 'Send one Authorization header with one token.',
    rule: 'RFC 6750 §2',
  });
}

function tokenInQuery(): Denial {
  return new Denial('extract-token', {
    code: 'token_in_query',
    sentence: 'The token came in the address, where logs and histories keep it.',
    expected: 'a header Authorization: Bearer TOKEN',
    actual: 'access_token in the query',
    fix: 'Move the token to the Authorization header, and revoke this one.',
    rule: 'RFC 9700 §4.3.2',
  });
}

function oversized(length: number, maxBytes: number): Denial {
  return new Denial('extract-token', {
    code: 'token_oversized',
    sentence: 'The token is larger than this gateway accepts.',
    expected: `at most ${maxBytes} bytes`,
    actual: `${length} bytes`,
    fix: 'Ask for a token with fewer claims, or raise gateway.maxTokenBytes.',
    rule: 'gateway.maxTokenBytes',
  });
}
