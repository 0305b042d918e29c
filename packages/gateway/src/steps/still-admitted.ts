import type { Moment } from '@signet/contracts';
import type { RevocationReplica } from '@signet/trust';
import { believeTimes } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { Trace } from '../trace.ts';
import { checkRevocation } from './check-revocation.ts';
import type { Admitted } from './passage.ts';

/** Why a call that was admitted would not be any more: its token has run out, or was revoked, or nobody can say. */
export function refusedSince(
  admitted: Admitted,
  { gateway }: Pick<Snapshot, 'gateway'>,
  replica: RevocationReplica,
  now: Moment,
): Denial | undefined {
  if (!('token' in admitted)) return undefined;
  const { token, route } = admitted;
  const accepted = route.accepts.get(token.issuer);
  if (accepted === undefined) return undefined;
  const time = { now: now.wall / 1000, clockSkew: gateway.clockSkew / 1000 };
  const belief = believeTimes(token, accepted, time);
  if (belief.verdict === 'refused') return new Denial('verify-token', belief.refusal);
  const active = checkRevocation(admitted, replica, gateway.revocationStaleness, now.steady, new Trace());
  return active instanceof Denial ? active : undefined;
}
