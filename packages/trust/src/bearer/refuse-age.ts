import { refusal, type SignetRefusal } from '@signet/contracts';
import { readSeconds } from '@signet/token/json';
import type { Claims, TimePolicy } from '@signet/token/verify';
import type { AgeLimits } from './acceptance.ts';

/**
 * Why a token is too old, or lives too long, for what is expected of its issuer. Asked at every use: a token that was young
 * grows old. What is no time in a claim is none.
 */
export function refuseAge(
  claims: Claims,
  { maxAge, maxLifetime }: AgeLimits,
  time: TimePolicy,
): SignetRefusal | undefined {
  if (maxAge === undefined && maxLifetime === undefined) return undefined;
  const iat = readSeconds(claims['iat']);
  if (maxAge !== undefined) {
    const tooOld = refuseAged(iat, maxAge, time);
    if (tooOld !== undefined) return tooOld;
  }
  return maxLifetime === undefined ? undefined : refuseLong(iat, readSeconds(claims['exp']), maxLifetime);
}

/** The skew counts for the token: its issuer's clock may be ahead. */
function refuseAged(
  iat: number | undefined,
  seconds: number,
  { now, clockSkew = 0 }: TimePolicy,
): SignetRefusal | undefined {
  if (iat === undefined) return refusal('token_too_old.no_iat', { seconds });
  const age = now - iat;
  if (age < -clockSkew) return refusal('token_too_old.ahead', { seconds });
  if (age <= seconds + clockSkew) return undefined;
  return refusal('token_too_old.age', { seconds, age: Math.floor(age) });
}

/** Between two times of one clock, so that no skew counts. */
function refuseLong(
  iat: number | undefined,
  exp: number | undefined,
  seconds: number,
): SignetRefusal | undefined {
  if (iat === undefined || exp === undefined) return refusal('token_lifetime_too_long.unknown', { seconds });
  const lifetime = exp - iat;
  return lifetime <= seconds
    ? undefined
    : refusal('token_lifetime_too_long.longer', { seconds, lifetime: Math.ceil(lifetime) });
}
