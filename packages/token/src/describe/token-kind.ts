import { normaliseType } from '../verify/check-type.ts';

/** What a token is, by its own account. */
export interface TokenKind {
  readonly kind:
    | 'access-token'
    | 'id-token'
    | 'logout-token'
    | 'dpop-proof'
    | 'security-event'
    | 'client-assertion'
    | 'sd-jwt'
    | 'encrypted'
    | 'unsigned'
    | 'jwt'
    | 'unknown';
  readonly name: string;
  readonly rule: string;
}

/** Kinds of token that do without `exp` by their own rules; a proof is judged by its `iat` (RFC 9449 §4.3). */
export const kindsWithoutExpiry: readonly TokenKind['kind'][] = [
  'dpop-proof',
  'security-event',
  'logout-token',
  'sd-jwt',
];

type Members = ReadonlyMap<string, unknown>;

const bearer: TokenKind = { kind: 'access-token', name: 'access token', rule: 'RFC 6750 §1' };
const idToken: TokenKind = { kind: 'id-token', name: 'ID token', rule: 'OpenID Connect Core 1.0 §2' };

const kinds: readonly {
  readonly is: (header: Members, claims: Members) => boolean;
  readonly kind: TokenKind;
}[] = [
  typed('at+jwt', { kind: 'access-token', name: 'OAuth access token', rule: 'RFC 9068 §2.1' }),
  typed('logout+jwt', {
    kind: 'logout-token',
    name: 'logout token',
    rule: 'OpenID Connect Back-Channel Logout 1.0 §2.4',
  }),
  typed('dpop+jwt', { kind: 'dpop-proof', name: 'DPoP proof', rule: 'RFC 9449 §4.2' }),
  typed('secevent+jwt', { kind: 'security-event', name: 'security event token', rule: 'RFC 8417 §2.3' }),
  {
    is: (_, claims) => logoutEvent(claims.get('events')),
    kind: { kind: 'logout-token', name: 'logout token', rule: 'OpenID Connect Back-Channel Logout 1.0 §2.4' },
  },
  {
    is: (_, claims) => claims.has('_sd_alg') || claims.has('_sd'),
    kind: { kind: 'sd-jwt', name: 'SD-JWT', rule: 'RFC 9901 §4' },
  },
  { is: (_, claims) => saysAccess(claims), kind: bearer },
  { is: (_, claims) => saysIdentity(claims), kind: idToken },
  {
    is: (_, claims) => claims.has('sub') && claims.get('sub') === claims.get('iss') && claims.has('aud'),
    kind: { kind: 'client-assertion', name: 'client assertion', rule: 'RFC 7523 §3' },
  },
  { is: (_, claims) => isScoped(claims), kind: bearer },
];

/** In the words of its issuer: Cognito, Keycloak, Entra for an application, Auth0 for a machine. */
function saysAccess(claims: Members): boolean {
  if (claims.get('token_use') === 'access' || claims.get('typ') === 'Bearer') return true;
  return ['appidacr', 'azpacr', 'gty', 'permissions'].some((name) => claims.has(name));
}

function saysIdentity(claims: Members): boolean {
  if (claims.get('token_use') === 'id' || claims.get('typ') === 'ID' || claims.has('firebase')) return true;
  if (isScoped(claims)) return false;
  return ['nonce', 'at_hash', 'c_hash'].some((name) => claims.has(name)) || isForItsApplication(claims);
}

/** An ID token is for the application it was issued to, an access token for somebody else. */
function isForItsApplication(claims: Members): boolean {
  const [azp, aud] = [claims.get('azp'), claims.get('aud')];
  return typeof azp === 'string' && (aud === azp || (Array.isArray(aud) && aud.includes(azp)));
}

function isScoped(claims: Members): boolean {
  return claims.has('scope') || claims.has('scp');
}

/** The first kind that the members speak for; `typ` counts more than claims. */
export function tokenKind(header: Members, claims: Members): TokenKind {
  if (textUnder(header, 'alg').toLowerCase() === 'none') {
    return { kind: 'unsigned', name: 'token without a signature', rule: 'RFC 7519 §6' };
  }
  const found = kinds.find(({ is }) => is(header, claims));
  return found?.kind ?? { kind: 'jwt', name: 'JSON Web Token', rule: 'RFC 7519 §3' };
}

function typed(type: string, kind: TokenKind): (typeof kinds)[number] {
  return { is: (header) => normaliseType(textUnder(header, 'typ')) === type, kind };
}

/** Empty for another value: what is no text names nothing, and an object cannot even be turned into one safely. */
function textUnder(members: Members, name: string): string {
  const value = members.get(name);
  return typeof value === 'string' ? value : '';
}

function logoutEvent(events: unknown): boolean {
  const name = 'http://schemas.openid.net/event/backchannel-logout';
  return typeof events === 'object' && events !== null && Object.hasOwn(events, name);
}
