import { refusal, type SteadyTime } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { RevocationReplica } from '../revocation/replica.ts';
import type { Trace } from '../trace.ts';
import type { Active, Verified } from './passage.ts';

/** Asks this process's replica of the revocation log. A replica that may be out of date refuses. */
export function checkRevocation(
  verified: Verified,
  replica: RevocationReplica,
  staleness: number,
  now: SteadyTime,
  trace: Trace,
): Active | Denial {
  const age = replica.age(now);
  if (age > staleness) return stale(age, staleness);
  const named = replica.revoked.names(verified.token);
  if (named !== undefined) return revoked(named);
  trace.tell({ step: 'check-revocation', newsAgeMs: age });
  return verified as Active;
}

function revoked(named: NonNullable<ReturnType<RevocationReplica['revoked']['names']>>): Denial {
  return new Denial('check-revocation', refusal(`token_revoked.${named}`));
}

function stale(age: number, staleness: number): Denial {
  const within = staleness / 1000;
  const told = Number.isFinite(age)
    ? refusal('revocation_stale.silent', { within, seconds: Math.round(age / 1000) })
    : refusal('revocation_stale.never_heard', { within });
  return new Denial('check-revocation', told, { headers: ['retry-after', '1'] });
}
