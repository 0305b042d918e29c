import { createHash } from 'node:crypto';
import { refusal, type SignetRefusal, type SteadyTime, type WallTime } from '@signet/contracts';
import { readSeconds } from '@signet/token/json';
import type { TrustedToken } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { UsedTokens } from '../ports/index.ts';
import type { Trace } from '../trace.ts';
import type { Authorized, MatchedOpen, Nobodys } from './passage.ts';

/** What a token is remembered by once it is used, and for how long. */
export interface OneUse {
  readonly name: string;
  readonly milliseconds: number;
}

/** A token that lives longer would be remembered for longer than is worth a call. */
export const longestOneUse = 86_400_000;
/** So much longer than it lives a token is remembered: for a gateway whose clock is behind, beside the skew that every one allows. */
const margin = 300_000;

/**
 * By what the token is told from all others of its issuer, where the route takes each once; undefined where it does not. The
 * route is no part of it: a token that was used on one such route is used on all.
 */
export function oneUseOf(
  allowed: Authorized | Nobodys | MatchedOpen,
  clockSkew: number,
  now: WallTime,
): OneUse | Denial | undefined {
  if (!('token' in allowed) || !allowed.route.once) return undefined;
  const { token } = allowed;
  const ends = readSeconds(token.claims['exp']);
  if (token.jti === undefined || token.jti === '') return refuse(refusal('token_replayed.no_jti'));
  if (ends === undefined) return refuse(refusal('token_replayed.no_exp'));
  const left = ends * 1000 - now;
  const issued = readSeconds(token.claims['iat']);
  if (left > longestOneUse)
    return refuse(refusal('token_replayed.too_long', { hours: longestOneUse / 3_600_000 }));
  // Its whole life, whatever this clock says is left of it: a clock that is put right makes it no longer.
  const life = issued === undefined ? left : Math.min(longestOneUse, (ends - issued) * 1000);
  return { name: nameOf(token, token.jti), milliseconds: Math.max(0, left, life) + clockSkew + margin };
}

/**
 * Last of all, right before the request goes on: one that is refused for another reason leaves its token unused. Where nobody can
 * say whether it was used, the request is refused.
 */
export function useOnce(
  { name, milliseconds }: OneUse,
  { used, now, trace }: { readonly used: UsedTokens; readonly now: SteadyTime; readonly trace: Trace },
): Denial | undefined | Promise<Denial | undefined> {
  const judged = (first: boolean) => {
    if (!first) return refuse(refusal('token_replayed.used'));
    trace.tell({ step: 'check-revocation', usedNow: true });
    return undefined;
  };
  try {
    const answer = used.use(name, milliseconds, now);
    return answer instanceof Promise ? answer.then(judged, unavailable) : judged(answer);
  } catch (error) {
    return unavailable(error);
  }
}

/** Issuers choose what stands in a `jti`: of any length and with any signs, it comes to the same few characters. */
function nameOf({ issuer }: TrustedToken, jti: string): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, jti]))
    .digest('base64url');
}

function refuse(told: SignetRefusal): Denial {
  return new Denial('check-revocation', told);
}

function unavailable(error: unknown): Denial {
  const reason = error instanceof Error ? error.name : typeof error;
  const note = `Nobody could say whether the token was used before: ${reason}`;
  return new Denial('check-revocation', refusal('limiter_unavailable'), {
    headers: ['retry-after', '1'],
    note,
  });
}
