import { refusal } from '@signet/contracts';
import { verified } from '@signet/token/verdict';
import { type Belief, disbelief } from './belief.ts';

const bearer = /^bearer(?: +|$)/i;
const tokenCharacters = /^[A-Za-z0-9._~+/-]+=*$/;
const mayNameToken = /access|%/i;

/** Where a request may have its token, and where it must not. */
export interface BearerPlaces {
  /** The values of all `Authorization` headers. */
  readonly authorization: readonly string[];
  /** With or without its `?`; empty when there is none. */
  readonly query: string;
}

/** Takes the one bearer token out of `Authorization` (RFC 6750 §2.1). A token in any other place is refused, not overlooked. */
export function takeBearer({ authorization, query }: BearerPlaces, maxBytes: number): Belief<string> {
  if (query !== '' && hasTokenIn(query)) return disbelief(refusal('token_in_query'));
  if (authorization.length > 1) return disbelief(refusal('token_ambiguous.several_headers'));
  const [value] = authorization;
  if (value === undefined) return disbelief(refusal('token_missing.no_header'));
  const scheme = bearer.exec(value);
  if (scheme === null) return disbelief(refusal('token_missing.other_scheme'));
  const compact = value.slice(scheme[0].length).trimEnd();
  if (compact === '') return disbelief(refusal('token_missing.empty_header'));
  if (compact.length > maxBytes) {
    return disbelief(refusal('token_oversized.gateway', { most: maxBytes, bytes: compact.length }));
  }
  return tokenCharacters.test(compact) ? verified(compact) : unreadable(compact);
}

/** However the parameter's name is escaped. */
function hasTokenIn(query: string): boolean {
  return mayNameToken.test(query) && namesToken(new URLSearchParams(query));
}

function namesToken(parameters: URLSearchParams): boolean {
  return [...parameters.keys()].some((name) => name.toLowerCase() === 'access_token');
}

/** Two tokens behind one another are an attempt to have each hop pick its own. */
function unreadable(value: string): Belief<string> {
  return /[\s,]/.test(value)
    ? disbelief(refusal('token_ambiguous.several_values'))
    : disbelief(refusal('token_malformed.foreign_characters'));
}
