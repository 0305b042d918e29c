import { builtInClient, type FillRandom, newId } from '@signet/contracts';
import { csrfHash } from '@signet/trust/bearer';
import type { MappedClaims } from '../entitlements/claim-input.ts';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { Account, Lineage } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import { authenticationClaims } from './authentication-claims.ts';
import { boundTo } from './binding.ts';
import type { LatestExpiry } from './latest-expiry.ts';
import type { LatestIssue } from './latest-issue.ts';
import { type StandingParts, standingClaims } from './standing-claims.ts';
import type { AccessTokenClaims, TokenSigner } from './token-signer.ts';

export interface IssuedAccessToken {
  readonly token: string;
  readonly scope: string;
  /** Milliseconds since the epoch, on a whole second. */
  readonly expiresAt: number;
  /** Seconds. */
  readonly expiresIn: number;
}

export type AccessTokenIssuer = (
  lineage: Lineage,
  account: Account,
  now: number,
  /** The thumbprint of the key that the token is bound to. */
  proofKey?: string,
  /** What the hook added, where it was asked ahead. */
  added?: MappedClaims,
) => Promise<IssuedAccessToken>;

/** Issues RFC 9068 access tokens that name their session and never outlive it. */
export function createAccessTokenIssuer(
  parts: StandingParts & {
    readonly random: FillRandom;
    readonly sign: TokenSigner;
    readonly csrf: Pick<CsrfTokens, 'of'>;
    readonly latestExpiry: LatestExpiry;
    readonly latestIssue: LatestIssue;
  },
): AccessTokenIssuer {
  return async ({ session, grant, family }, account, now, proofKey, added) => {
    const iat = toSeconds(now);
    const signedIn = authenticationClaims(session);
    const { acr, amr } = signedIn;
    const standing = await standingClaims(grant, account, parts, {
      session: { id: session.id, acr, amr },
      added,
    });
    const exp = toSeconds(Math.min(now + standing.lifetime, session.expiresAt));
    parts.latestExpiry.note(exp * 1000);
    parts.latestIssue.note(iat);
    const claims: AccessTokenClaims = {
      ...standing.claims,
      exp,
      iat,
      jti: newId('token', parts.random),
      sid: session.id,
      fam: family.id,
      ...signedIn,
      ...boundTo(proofKey),
      ...(grant.clientId === builtInClient ? { csrf_hash: csrfHash(parts.csrf.of(session.id)) } : {}),
    };
    const token = await parts.sign(claims, standing.signedFor);
    return { token, scope: claims.scope, expiresAt: exp * 1000, expiresIn: exp - iat };
  };
}
