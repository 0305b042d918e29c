import { parseJsonObject } from '@signet/token/parse';
import { type TrustedToken, trustedToken } from '@signet/trust/bearer';
import type { IntrospectionPolicy } from './introspection-policy.ts';

/** What an issuer says of a token. */
export type Introspection =
  | { readonly kind: 'active'; readonly token: TrustedToken }
  | { readonly kind: 'inactive' | 'not_access' }
  /** Why for the operator alone; never with anything that came. */
  | { readonly kind: 'unavailable'; readonly because: 'no_answer' | 'busy'; readonly note: string };

/** Of a token whose signature nobody here has seen. */
const noHeader = Object.freeze({ alg: '' });

const accessTypes: ReadonlySet<string> = new Set(['bearer', 'dpop']);

/**
 * RFC 7662 §2.2. A refresh token is active as well: only what the issuer calls an access token, in so many words, is one. What it
 * does not say of itself, the issuer is: nobody else was asked.
 */
export function readAnswer(text: string, { issuer }: IntrospectionPolicy, maxValues: number): Introspection {
  const read = parseJsonObject(Buffer.from(text), 'payload', { maxValues });
  if (read.verdict === 'refused')
    return unanswered('The answer is no JSON object that can be read in one way');
  const claims = read.token;
  if (claims['active'] === false) return { kind: 'inactive' };
  if (claims['active'] !== true) return unanswered('The answer does not say whether the token is active');
  if (!isAccessToken(claims)) return { kind: 'not_access' };
  const named = 'iss' in claims ? claims : Object.freeze({ ...claims, iss: issuer });
  return { kind: 'active', token: trustedToken(issuer, noHeader, named, undefined) };
}

export function unanswered(note: string): Introspection {
  return { kind: 'unavailable', because: 'no_answer', note };
}

/** `token_type` of RFC 7662 §2.2; `token_use` and `typ` are what some servers tell kinds apart by besides. */
function isAccessToken(claims: Readonly<Record<string, unknown>>): boolean {
  const { token_type: type, token_use: use, typ } = claims;
  if (typeof type !== 'string' || !accessTypes.has(type.toLowerCase())) return false;
  const otherUse = use !== undefined && use !== 'access_token' && use !== 'access';
  const otherKind = typ !== undefined && (typeof typ !== 'string' || !kinds.has(typ.toLowerCase()));
  return !otherUse && !otherKind;
}

const kinds: ReadonlySet<string> = new Set(['bearer', 'dpop', 'at+jwt', 'application/at+jwt', 'jwt']);
