import { accessCookieName, refusal } from '@signet/contracts';
import { verified } from '@signet/token/verdict';
import { type Belief, disbelief } from './belief.ts';
import { type BearerPlaces, takeBearer } from './take-bearer.ts';

/** Where a request may have its token, where cookies count. */
export interface CredentialPlaces extends BearerPlaces {
  /** The values of all `Cookie` headers. */
  readonly cookie: readonly string[];
  /** Values that stood where a route lets the token be besides: in a header of another name, or in the query. */
  readonly elsewhere?: readonly { readonly value: string }[];
}

export interface Credential {
  readonly compact: string;
  readonly from: 'header' | 'cookie' | 'elsewhere';
}

/**
 * The names under which tokens of these issuers come: over TLS only the one that no other host and no plain connection can
 * plant (RFC 6265bis §4.1.3).
 */
export function accessCookieNames(issuers: Iterable<string>): readonly string[] {
  const nameAt = (issuer: string) =>
    issuer.startsWith('http:') ? accessCookieName.plain : accessCookieName.overTls;
  return [...new Set([...issuers].map(nameAt))];
}

/** Takes the one token out of `Authorization`, out of the cookie or from elsewhere. Of two nothing is chosen. */
export function takeCredential(
  places: CredentialPlaces,
  cookieNames: readonly string[],
  maxBytes: number,
): Belief<Credential> {
  const { cookie, elsewhere = [] } = places;
  if (cookie.length === 0 && elsewhere.length === 0) return taken(takeBearer(places, maxBytes), 'header');
  const held = cookie.flatMap((header) => valuesOf(cookieNames, header));
  const [value] = held;
  const [other] = elsewhere;
  if (other !== undefined) {
    const all = elsewhere.length + held.length + places.authorization.length;
    if (all > 1) return disbelief(refusal('token_ambiguous.several_places'));
    return taken(takeBearer({ ...places, authorization: [`Bearer ${other.value}`] }, maxBytes), 'elsewhere');
  }
  if (value === undefined) return taken(takeBearer(places, maxBytes), 'header');
  if (places.authorization.length > 0) return disbelief(refusal('token_ambiguous.header_and_cookie'));
  if (held.length > 1) return disbelief(refusal('token_ambiguous.several_cookies'));
  return taken(takeBearer({ ...places, authorization: [`Bearer ${value}`] }, maxBytes), 'cookie');
}

function taken(belief: Belief<string>, from: Credential['from']): Belief<Credential> {
  return belief.verdict === 'refused' ? belief : verified({ compact: belief.token, from });
}

function valuesOf(names: readonly string[], header: string): readonly string[] {
  if (!header.includes('signet_access')) return [];
  return header.split(';').flatMap((pair) => {
    const equals = pair.indexOf('=');
    const isOurs = equals !== -1 && names.includes(pair.slice(0, equals).trim());
    return isOurs ? [pair.slice(equals + 1).trim()] : [];
  });
}
