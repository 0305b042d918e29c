import { readSeconds } from '@signet/token/json';
import type { Claims, JoseHeader } from '@signet/token/verify';

/** A token whose signature was checked, with what every later request with it asks for computed once. Frozen. */
export interface TrustedToken {
  readonly issuer: string;
  readonly header: JoseHeader;
  readonly claims: Claims;
  readonly subject: string | undefined;
  readonly jti: string | undefined;
  readonly sid: string | undefined;
  readonly family: string | undefined;
  readonly clientId: string | undefined;
  readonly organization: string | undefined;
  /** Of the key that verified it, which the header need not name. */
  readonly kid: string | undefined;
  /** Seconds since the epoch. */
  readonly issuedAt: number | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly permissions: ReadonlySet<string>;
}

/** @param kid of the key that verified it, where that has a name */
export function trustedToken(
  issuer: string,
  header: JoseHeader,
  claims: Claims,
  kid: string | undefined,
): TrustedToken {
  return Object.freeze({
    issuer,
    header,
    claims,
    subject: textOf(claims['sub']),
    jti: textOf(claims['jti']),
    sid: textOf(claims['sid']),
    family: textOf(claims['fam']),
    clientId: textOf(claims['client_id']),
    organization: textOf(claims['org_id']),
    kid,
    issuedAt: readSeconds(claims['iat']),
    scopes: new Set([...words(claims['scope']), ...words(claims['scp'])]),
    roles: new Set(words(claims['roles'])),
    permissions: new Set(words(claims['permissions'])),
  });
}

/** Names as a list, or as one text separated by spaces (RFC 8693 §4.2). Anything else grants nothing. */
function words(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(' ').filter((word) => word !== '');
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
