import {
  adminAudience,
  type Clocks,
  type ErrorCode,
  operatorCredential,
  refusal,
  type WallTime,
} from '@signet/contracts';
import type { VerificationKey } from '@signet/token/keys';
import { refused, type Verdict, verified } from '@signet/token/verdict';
import { type Claims, verifyToken } from '@signet/token/verify';
import type { Admission } from './caller.ts';
import { type RequestHead, refuseBinding } from './check-binding.ts';
import { createReplayGuard } from './replay-guard.ts';

/** Seconds by which the clocks of the command line and the server may differ. */
const clockSkew = 30;

export type CheckOperator = (token: string, request: RequestHead) => Promise<Verdict<Admission, ErrorCode>>;

/**
 * Checks the operator credential of the command line: made with the master key, for this API and this request, used
 * once. What was used before a restart is not remembered, so nothing counts that was made before this process began.
 * One that came with another request is spent too: somebody else has seen it.
 */
export function createCheckOperator(parts: {
  readonly issuer: string;
  readonly key: VerificationKey;
  readonly clocks: Clocks;
}): CheckOperator {
  const used = createReplayGuard(10_000);
  const { wall, steady } = parts.clocks;
  const startedAt = wall();
  return async (token, request) => {
    const now = { wall: wall(), steady: steady() };
    const verdict = await verifyToken(token, {
      keys: [parts.key],
      issuers: [operatorCredential.issuer],
      audiences: [adminAudience(parts.issuer)],
      type: operatorCredential.type,
      requiredClaims: ['jti', 'iat'],
      now: Math.floor(now.wall / 1000),
      clockSkew,
    });
    if (verdict.verdict === 'refused') return verdict;
    const until = shortLife(verdict.token.claims, now.wall);
    if (until === undefined) return refused(livesTooLong);
    if (!madeSince(startedAt, verdict.token.claims)) return refused(tooOld);
    const { claims } = verdict.token;
    const take = used.take(String(claims['jti']), until, now);
    if (take !== 'fresh') return refused(take === 'replayed' ? replayed : tooMany);
    const otherRequest = refuseBinding(claims, request);
    if (otherRequest !== undefined) return refused(otherRequest);
    return verified({ caller: { kind: 'operator' }, bodyDigest: String(claims['body']) });
  };
}

/** Until when (milliseconds) the credential counts, or `undefined` if that is longer than credentials live. */
function shortLife(claims: Claims, now: WallTime): number | undefined {
  const until = (Number(claims['exp']) + clockSkew) * 1000;
  const longest = now + operatorCredential.lifetime + 2 * clockSkew * 1000;
  return until <= longest ? until : undefined;
}

/** `iat` counts seconds, exact to the millisecond. */
function madeSince(startedAt: WallTime, { iat }: Claims): boolean {
  return typeof iat === 'number' && Math.round(iat * 1000) >= startedAt;
}

const tooOld = refusal('token_revoked.operator_before_start');
const replayed = refusal('token_revoked.operator_used');
const tooMany = refusal('overloaded.operator_commands');
const livesTooLong = refusal('claim_invalid.operator_lifetime', {
  seconds: operatorCredential.lifetime / 1000,
});
