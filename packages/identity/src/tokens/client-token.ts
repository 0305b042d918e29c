import { type FillRandom, newId } from '@signet/contracts';
import { entitledClaims } from '../entitlements/entitled-claims.ts';
import type { EntitlementsAt } from '../entitlements/entitlements.ts';
import type { MapClaims } from '../entitlements/map-claims.ts';
import { organizationClaims } from '../organizations/organization-of-token.ts';
import type { Organization } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import type { IssuedAccessToken } from './access-token.ts';
import { boundTo } from './binding.ts';
import type { LatestExpiry } from './latest-expiry.ts';
import type { LatestIssue } from './latest-issue.ts';
import type { IssuedClaims, TokenSigner } from './token-signer.ts';

/** What a client gets for itself. */
export interface ClientAccess {
  readonly clientId: string;
  readonly audience: string;
  readonly scopes: readonly string[];
  readonly proofKey: string | undefined;
  /** That it belongs to. */
  readonly organization: Organization | undefined;
  /** Its own. */
  readonly roles: readonly string[];
}

export type ClientTokenIssuer = (access: ClientAccess, now: number) => Promise<IssuedAccessToken>;

/**
 * Issues RFC 9068 access tokens of a client itself: `sub` is its `client_id` (§2.2), which no account has, as those
 * contain an underscore. Without `sid` it opens nothing that is for persons, such as the admin API.
 */
export function createClientTokenIssuer(parts: {
  readonly issuer: string;
  readonly entitlements: EntitlementsAt;
  readonly mapClaims: MapClaims;
  readonly random: FillRandom;
  readonly sign: TokenSigner;
  readonly latestExpiry: LatestExpiry;
  readonly latestIssue: LatestIssue;
}): ClientTokenIssuer {
  return async ({ clientId, audience, scopes, roles, proofKey, organization }, now) => {
    const iat = toSeconds(now);
    const { lifetime, signedFor, declared } = await parts.entitlements(audience, roles);
    const exp = toSeconds(now + lifetime);
    parts.latestExpiry.note(exp * 1000);
    parts.latestIssue.note(iat);
    const scope = scopes.join(' ');
    const mapped = await parts.mapClaims(declared, {
      ...{ clientId, roles, scopes, audience },
      organization: organization && { id: organization.id, name: organization.name },
    });
    const claims: IssuedClaims = {
      ...mapped,
      iss: parts.issuer,
      sub: clientId,
      aud: audience,
      exp,
      iat,
      jti: newId('token', parts.random),
      client_id: clientId,
      scope,
      ...organizationClaims(organization),
      ...boundTo(proofKey),
      ...(declared === undefined ? {} : entitledClaims(declared, 'all')),
    };
    const token = await parts.sign(claims, signedFor);
    return { token, scope, expiresAt: exp * 1000, expiresIn: exp - iat };
  };
}
