import { type AccountId, type FillRandom, newId, type SessionId, type WallClock } from '@signet/contracts';
import { signToken } from '@signet/token/sign';
import type { ActiveKey } from '../keys/open-keys.ts';
import { toSeconds } from '../seconds.ts';
import type { LatestExpiry } from '../tokens/latest-expiry.ts';

/** Which session of whom ended, for which app. */
export interface EndedFor {
  readonly sid: SessionId;
  readonly accountId: AccountId;
  readonly clientId: string;
}

export type LogoutTokenIssuer = (ended: EndedFor) => Promise<string>;

/** Seconds; it is made anew for each attempt. */
const life = 120;

/**
 * Issues logout tokens (OpenID Connect Back-Channel Logout 1.0 §2.4), of a type that no API and no exchange takes, and without
 * `nonce`, so that none passes for an ID token.
 */
export function createLogoutTokenIssuer(parts: {
  readonly issuer: string;
  readonly signing: () => Promise<ActiveKey>;
  readonly random: FillRandom;
  readonly latestExpiry: LatestExpiry;
  readonly wall: WallClock;
}): LogoutTokenIssuer {
  return async ({ sid, accountId, clientId }) => {
    const iat = toSeconds(parts.wall());
    parts.latestExpiry.note((iat + life) * 1000);
    const claims = {
      iss: parts.issuer,
      sub: accountId,
      aud: clientId,
      iat,
      exp: iat + life,
      jti: newId('token', parts.random),
      sid,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
    return signToken(claims, { key: await parts.signing(), type: 'logout+jwt' });
  };
}
