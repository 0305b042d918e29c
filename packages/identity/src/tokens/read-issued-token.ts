import type { WallClock } from '@signet/contracts';
import { parseCompactJws, parseJsonObject } from '@signet/token/parse';
import { type Claims, verifyToken } from '@signet/token/verify';
import type { KeyRing } from '../keys/key-ring.ts';
import type { HeardRevocations } from '../revocations/is-key-revoked.ts';
import { toSeconds } from '../seconds.ts';
import { accessTokenType } from './token-signer.ts';
import { verifyWithRing } from './verify-with-ring.ts';

/** An access token of this issuer, whoever got it and for whomever it is. */
export interface IssuedToken {
  readonly claims: Claims;
  readonly jti: string;
  readonly clientId: string;
  readonly audiences: readonly string[];
  /** Seconds since the epoch. */
  readonly issuedAt: number;
}

/** `undefined` for what is none, or has expired. Says nothing of revocation. */
export type ReadIssuedToken = (token: string) => Promise<IssuedToken | undefined>;

export function createReadIssuedToken(parts: {
  readonly issuer: string;
  readonly keys: Pick<KeyRing, 'now' | 'lookAgain'>;
  readonly replica: HeardRevocations;
  readonly wall: WallClock;
}): ReadIssuedToken {
  return async (token) => {
    const audiences = claimedAudiences(token);
    const verdict = await verifyWithRing(parts, token, (keys) =>
      verifyToken(token, {
        ...whatIsAsked,
        keys,
        issuers: [parts.issuer],
        audiences,
        now: toSeconds(parts.wall()),
      }),
    );
    return verdict.verdict === 'refused' ? undefined : issuedToken(verdict.token.claims, audiences);
  };
}

/** Of every access token of this issuer. */
export const whatIsAsked: { readonly type: string; readonly requiredClaims: readonly string[] } = {
  type: accessTokenType,
  requiredClaims: ['sub', 'jti', 'iat', 'client_id'],
};

export function issuedToken(claims: Claims, audiences: readonly string[]): IssuedToken | undefined {
  const { jti, client_id: clientId, iat: issuedAt } = claims;
  if (typeof jti !== 'string' || typeof clientId !== 'string' || typeof issuedAt !== 'number')
    return undefined;
  return { claims, jti, clientId, audiences, issuedAt };
}

/** More than any token of ours has. */
const mostBytes = 16_384;
const mostValues = 500;

/** For whom the token says that it is: not believed before its signature stands. */
export function claimedAudiences(token: string): readonly string[] {
  const parsed = parseCompactJws(token, { maxBytes: mostBytes, maxValues: mostValues });
  if (parsed.verdict === 'refused') return [];
  const claims = parseJsonObject(parsed.token.payload, 'payload', { maxValues: mostValues });
  const aud = claims.verdict === 'refused' ? undefined : claims.token['aud'];
  return [aud].flat().filter((each) => typeof each === 'string');
}
