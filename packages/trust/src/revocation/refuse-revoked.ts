import { refusal, type SignetRefusal, type SteadyTime } from '@signet/contracts';
import type { RevocationReplica } from './revocation-replica.ts';
import type { RevocableToken } from './revoked-set.ts';

/**
 * Why the token is refused by what this process knows to be revoked; a replica that may be out of date refuses all of them.
 * @param staleness milliseconds without news after which nothing is known
 */
export function refuseRevoked(
  token: RevocableToken,
  replica: RevocationReplica,
  staleness: number,
  now: SteadyTime,
): SignetRefusal | undefined {
  const age = replica.age(now);
  if (age > staleness) return stale(age, staleness);
  const named = replica.revoked.names(token);
  return named === undefined ? undefined : refusal(`token_revoked.${named}`);
}

function stale(age: number, staleness: number): SignetRefusal {
  const within = staleness / 1000;
  return Number.isFinite(age)
    ? refusal('revocation_stale.silent', { within, seconds: Math.round(age / 1000) })
    : refusal('revocation_stale.never_heard', { within });
}
