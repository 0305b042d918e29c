import type { WallClock } from '@signet/contracts';
import { verifyToken } from '@signet/token/verify';
import type { ApiSecrets } from '../keys/api-secrets.ts';
import { type HeardRevocations, isKeyRevoked } from '../revocations/is-key-revoked.ts';
import { toSeconds } from '../seconds.ts';
import { claimedAudiences, type IssuedToken, issuedToken, whatIsAsked } from './read-issued-token.ts';

/**
 * An access token under a secret that an API shares. That API could have signed it as well as this issuer: only who asks
 * on behalf of that very API may build on it. `undefined` for what is none, or has expired.
 */
export type ReadSharedToken = (token: string) => Promise<IssuedToken | undefined>;

export function createReadSharedToken(parts: {
  readonly issuer: string;
  readonly secrets: Pick<ApiSecrets, 'believed'>;
  readonly replica: HeardRevocations;
  readonly wall: WallClock;
}): ReadSharedToken {
  return async (token) => {
    const [audience, ...others] = claimedAudiences(token);
    if (audience === undefined || others.length > 0) return undefined;
    const own = (await parts.secrets.believed()).filter((secret) => secret.audience === audience);
    const verdict = await verifyToken(token, {
      ...whatIsAsked,
      keys: own.map(({ verification }) => verification),
      issuers: [parts.issuer],
      audiences: [audience],
      now: toSeconds(parts.wall()),
    });
    if (verdict.verdict === 'refused' || (await isKeyRevoked(verdict.token.key, parts.replica)))
      return undefined;
    return issuedToken(verdict.token.claims, [audience]);
  };
}
