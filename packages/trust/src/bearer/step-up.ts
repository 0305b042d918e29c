import { type ChallengeParameters, refusal, type SignetRefusal } from '@signet/contracts';
import { readSeconds } from '@signet/token/json';
import type { Claims } from '@signet/token/verify';

/** How a person must have signed in, and how long ago at most (RFC 9470). Frozen. */
export interface StepUp {
  /** As it was asked for; none where every way will do. */
  readonly acr: readonly string[];
  /** What the `acr` of a token may say. */
  readonly accepted: ReadonlySet<string>;
  /** Whole seconds since `auth_time`; undefined where it does not matter how long ago. */
  readonly maxAge: number | undefined;
  /** How the challenge says it (§3). */
  readonly challenge: ChallengeParameters;
}

/** Undefined where nothing is asked. @param maxAge seconds; a part of one does not count */
export function stepUpOf(acr: readonly string[] = [], maxAge?: number): StepUp | undefined {
  if (acr.length === 0 && maxAge === undefined) return undefined;
  const seconds = maxAge === undefined ? undefined : Math.floor(maxAge);
  const challenge = {
    ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
    ...(seconds === undefined ? {} : { max_age: String(seconds) }),
  };
  return Object.freeze({
    acr,
    // Signet's own: who showed two factors showed one.
    accepted: new Set(acr.includes('1') ? [...acr, '2'] : acr),
    maxAge: seconds,
    challenge,
  });
}

/** What a token does not say in the form of its claim it does not say. @param now seconds @param clockSkew seconds */
export function refuseSignIn(
  claims: Claims,
  asked: StepUp,
  now: number,
  clockSkew: number,
): SignetRefusal | undefined {
  return (
    refuseAcr(claims['acr'], asked) ?? refuseAge(readSeconds(claims['auth_time']), asked, now, clockSkew)
  );
}

const longestAcr = 128;

function refuseAcr(came: unknown, { acr, accepted }: StepUp): SignetRefusal | undefined {
  if (acr.length === 0) return undefined;
  const required = acr.join(', ');
  if (typeof came !== 'string') return refusal('authentication_insufficient.acr_missing', { required });
  if (accepted.has(came)) return undefined;
  return refusal('authentication_insufficient.acr_other', { required, carried: came.slice(0, longestAcr) });
}

function refuseAge(
  authTime: number | undefined,
  { maxAge }: StepUp,
  now: number,
  clockSkew: number,
): SignetRefusal | undefined {
  if (maxAge === undefined) return undefined;
  const most = { seconds: maxAge };
  if (authTime === undefined) return refusal('authentication_insufficient.age_missing', most);
  const age = now - authTime;
  if (age < -clockSkew) return refusal('authentication_insufficient.age_ahead', most);
  if (age <= maxAge + clockSkew) return undefined;
  return refusal('authentication_insufficient.age_over', { ...most, age: Math.floor(age) });
}
