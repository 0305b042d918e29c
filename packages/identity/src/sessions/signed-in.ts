import type { FillRandom, IdentityConfiguration, TokenAnswer, WallClock } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { FamilyStore, SessionStore } from '../ports/index.ts';
import type { AccessTokenIssuer, IssuedAccessToken } from '../tokens/access-token.ts';
import type { AskAhead } from '../tokens/standing-claims.ts';
import type { LiveSession } from './open-session.ts';

/** What it takes to open a session or to go on with one. */
export interface SessionParts {
  readonly sessions: SessionStore;
  readonly families: FamilyStore;
  readonly configuration: () => IdentityConfiguration;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
  readonly askAhead: AskAhead;
  readonly issueAccessToken: AccessTokenIssuer;
}

/** A session that was opened or continued, with the tokens that stand for it. */
export interface SignedIn extends LiveSession {
  readonly accessToken: IssuedAccessToken;
}

/** The body that tells of it. The refresh token goes in the cookie only. */
export function toTokenAnswer({ accessToken, lineage }: SignedIn): Omit<TokenAnswer, 'csrfToken'> {
  return {
    accessToken: accessToken.token,
    tokenType: 'Bearer',
    expiresIn: accessToken.expiresIn,
    expiresAt: new Date(accessToken.expiresAt).toISOString(),
    sessionId: lineage.session.id,
    scope: accessToken.scope,
  };
}
