import type { IdentityConfiguration, OrganizationId } from '@signet/contracts';
import { signToken } from '@signet/token/sign';
import type { ActiveKey } from '../keys/open-keys.ts';
import {
  belongingFor,
  type OrganizationOfTokenParts,
  organizationClaims,
} from '../organizations/organization-of-token.ts';
import type { Account, Session } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import { authenticationClaims } from './authentication-claims.ts';
import type { LatestExpiry } from './latest-expiry.ts';

/** Whose sign-in is told to which client. */
export interface SignInOf {
  readonly session: Session;
  readonly account: Account;
  readonly clientId: string;
  readonly nonce: string | undefined;
  readonly organization: OrganizationId | undefined;
}

export type IdTokenIssuer = (about: SignInOf, now: number) => Promise<string>;

/** Issues ID tokens (OpenID Connect Core 1.0 §2). Of another type than access tokens, so that no API takes one. */
export function createIdTokenIssuer(parts: {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly signing: () => Promise<ActiveKey>;
  readonly latestExpiry: LatestExpiry;
  readonly organizations: OrganizationOfTokenParts['organizations'];
}): IdTokenIssuer {
  return async ({ session, account, clientId, nonce, organization }, now) => {
    const iat = toSeconds(now);
    const exp = toSeconds(now + parts.configuration().accessTokenLifetime);
    parts.latestExpiry.note(exp * 1000);
    const of = organization === undefined ? {} : { organization };
    const belonging = await belongingFor(of, account, parts);
    const claims = {
      iss: parts.issuer,
      sub: account.id,
      aud: clientId,
      exp,
      iat,
      ...authenticationClaims(session),
      sid: session.id,
      ...organizationClaims(belonging?.organization),
      ...(nonce === undefined ? {} : { nonce }),
    };
    return signToken(claims, { key: await parts.signing(), type: 'JWT' });
  };
}
