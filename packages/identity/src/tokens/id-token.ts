import type { IdentityConfiguration } from '@signet/contracts';
import type { SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
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
}

export type IdTokenIssuer = (about: SignInOf, now: number) => Promise<string>;

/** Issues ID tokens (OpenID Connect Core 1.0 §2). Of another type than access tokens, so that no API takes one. */
export function createIdTokenIssuer(parts: {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly signing: () => Promise<SigningKey>;
  readonly latestExpiry: LatestExpiry;
}): IdTokenIssuer {
  return async ({ session, account, clientId, nonce }, now) => {
    const iat = toSeconds(now);
    const exp = toSeconds(now + parts.configuration().accessTokenLifetime);
    parts.latestExpiry.note(exp * 1000);
    const claims = {
      iss: parts.issuer,
      sub: account.id,
      aud: clientId,
      exp,
      iat,
      ...authenticationClaims(session),
      sid: session.id,
      ...(nonce === undefined ? {} : { nonce }),
    };
    return signToken(claims, { key: await parts.signing(), type: 'JWT' });
  };
}
