import {
  type AccountId,
  type ErrorCode,
  isId,
  refusal,
  type SessionId,
  type WallClock,
} from '@signet/contracts';
import type { VerificationKey } from '@signet/token/keys';
import { refused, type Verdict, verified } from '@signet/token/verdict';
import { type Claims, verifyToken } from '@signet/token/verify';
import { refuseBinding, type ShownKeys } from '@signet/trust/bearer';
import type { KeyRing } from '../keys/key-ring.ts';
import type { SessionStore } from '../ports/index.ts';
import type { HeardRevocations } from '../revocations/is-key-revoked.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { toSeconds } from '../seconds.ts';
import { isRevoked } from './is-revoked.ts';
import { accessTokenType } from './token-signer.ts';
import { verifyWithRing } from './verify-with-ring.ts';

/** What may be built upon once a token of this issuer was verified. */
export interface AccessToken {
  readonly sub: AccountId;
  readonly sid: SessionId;
  readonly jti: string;
  readonly family?: string;
  /** For which client it was issued. */
  readonly clientId: string;
  /** Seconds since the epoch. */
  readonly issuedAt: number;
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  /** Of which organisation it is. */
  readonly organization?: string;
  readonly organizationName?: string;
}

/** Signature, type, issuer, audience and times. Says nothing of revocation. */
export type ReadAccessToken = (
  token: string,
  audiences: readonly string[],
  /** What its sender has shown to have; without, no token that is bound is good. */
  shown?: ShownKeys,
) => Promise<Verdict<AccessToken, ErrorCode>>;

/** Everything that `ReadAccessToken` checks, and that neither token, session nor account was revoked. */
export type VerifyAccessToken = (
  token: string,
  audience: string,
  shown?: ShownKeys,
) => Promise<Verdict<AccessToken, ErrorCode>>;

export function createReadAccessToken(parts: {
  readonly issuer: string;
  readonly keys: Pick<KeyRing, 'now' | 'lookAgain'>;
  readonly replica: HeardRevocations;
  readonly wall: WallClock;
}): ReadAccessToken {
  const verifyWith = (keys: readonly VerificationKey[], token: string, audiences: readonly string[]) =>
    verifyToken(token, {
      keys,
      issuers: [parts.issuer],
      audiences,
      type: accessTokenType,
      requiredClaims: ['sub', 'jti', 'iat', 'sid', 'client_id'],
      now: toSeconds(parts.wall()),
    });
  return async (token, audiences, shown = {}) => {
    const verdict = await verifyWithRing(parts, token, (keys) => verifyWith(keys, token, audiences));
    return verdict.verdict === 'refused' ? verdict : toAccessToken(verdict.token.claims, shown);
  };
}

export function createVerifyAccessToken(parts: {
  readonly read: ReadAccessToken;
  readonly sessions: SessionStore;
  readonly replica: RevocationReplica;
}): VerifyAccessToken {
  return async (token, audience, shown) => {
    const verdict = await parts.read(token, [audience], shown);
    if (verdict.verdict === 'refused') return verdict;
    return (await isRevoked(verdict.token, parts)) ? refused(tokenRevoked) : verdict;
  };
}

const tokenRevoked = refusal('token_revoked.token_or_session');

function toAccessToken(claims: Claims, shown: ShownKeys): Verdict<AccessToken, ErrorCode> {
  const { org_id: organization, org_name: organizationName } = claims;
  const { sub, sid, jti, iat, client_id: clientId, scope, roles, fam } = claims;
  const bound = refuseBinding(claims, shown);
  if (bound !== undefined) return refused(bound);
  if (!isId('account', sub) || !isId('session', sid) || typeof jti !== 'string' || typeof iat !== 'number') {
    return refused(refusal('claim_invalid.no_access_token'));
  }
  if (typeof clientId !== 'string') return refused(refusal('claim_invalid.no_access_token'));
  return verified({
    sub,
    sid,
    jti,
    ...(typeof fam === 'string' ? { family: fam } : {}),
    ...(typeof organization === 'string' ? { organization } : {}),
    ...(typeof organizationName === 'string' ? { organizationName } : {}),
    clientId,
    issuedAt: iat,
    scopes: typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [],
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
  });
}
