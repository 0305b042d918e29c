import type { Moment } from '@signet/contracts';
import type { KeyRing, RevocationReplica } from '@signet/trust';
import { believeSignature, believeTimes } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { Journey } from '../journey.ts';
import { Trace } from '../trace.ts';
import { checkRevocation } from './check-revocation.ts';
import type { Admitted } from './passage.ts';

/** Asks again of a call that was admitted. */
export type RefusedSince = (now: Moment) => Denial | undefined | Promise<Denial | undefined>;

/**
 * Why a call that was admitted would not be any more: its token has run out, or was revoked, its issuer has the key that
 * signed it no more, or nobody can say. The signature is looked at again only where the keys are others than before.
 */
export function refusedSince(
  admitted: Admitted,
  { live, presented }: Pick<Journey, 'live' | 'presented'>,
  replica: RevocationReplica,
): RefusedSince {
  if (!('token' in admitted) || presented === undefined) return () => undefined;
  const { token, route } = admitted;
  const { accepts } = route;
  const { clockSkew, maxTokenValues: maxValues, revocationStaleness } = live.snapshot.gateway;
  const revokedKey = (issuer: string, kid: string) => replica.revoked.namesKey(issuer, kid);
  const accepted = accepts.get(token.issuer);
  let believedUnder: KeyRing | undefined;
  return (now) => {
    if (accepted === undefined) return undefined;
    const times = believeTimes(token, accepted, { now: now.wall / 1000, clockSkew: clockSkew / 1000 });
    if (times.verdict === 'refused') return new Denial('verify-token', times.refusal);
    const active = checkRevocation(admitted, replica, revocationStaleness, now.steady, new Trace());
    if (active instanceof Denial) return active;
    const ring = live.keysOf(accepted.policy).ring(now.steady);
    if (ring !== undefined && ring === believedUnder) return undefined;
    const trust = { accepts, keysOf: live.keysOf, maxValues, now: now.steady, revokedKey };
    return believeSignature(presented, trust).then((belief) => {
      if (belief.verdict === 'refused') return new Denial('verify-token', belief.refusal);
      believedUnder = belief.token.ring;
      return undefined;
    });
  };
}
