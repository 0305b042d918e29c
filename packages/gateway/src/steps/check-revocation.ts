import type { SteadyTime } from '@signet/contracts';
import { type RevocationReplica, refuseRevoked } from '@signet/trust';
import { Denial } from '../denial.ts';
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
  const refused = refuseRevoked(verified.token, replica, staleness, now);
  if (refused !== undefined) {
    const again = refused.code === 'revocation_stale' ? { headers: ['retry-after', '1'] } : {};
    return new Denial('check-revocation', refused, again);
  }
  trace.tell({ step: 'check-revocation', newsAgeMs: replica.age(now) });
  return verified as Active;
}
