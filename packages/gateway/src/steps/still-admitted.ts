import { elapsed, type Moment } from '@signet/contracts';
import type { KeyRing, RevocationReplica } from '@signet/trust';
import { believeSignature, believeTimes } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { IntrospectedAcceptance } from '../introspection/introspection-policy.ts';
import { whoseToAnswer } from '../introspection/whose-to-answer.ts';
import type { Journey } from '../journey.ts';
import { Trace } from '../trace.ts';
import { checkRevocation } from './check-revocation.ts';
import type { Admitted, Verified } from './passage.ts';
import { refusedAnswer } from './verify-by-asking.ts';

/** Asks again of a call that was admitted. */
export type RefusedSince = (now: Moment) => Denial | undefined | Promise<Denial | undefined>;

type Call = Pick<Journey, 'live' | 'address' | 'startedAt'> & { readonly presented: string };

/**
 * Why a call that was admitted would not be any more: its token has run out, or was revoked, its issuer has the key that
 * signed it no more or calls it active no more, or nobody can say.
 */
export function refusedSince(
  admitted: Admitted,
  { live, presented, address, startedAt }: Pick<Journey, 'live' | 'presented' | 'address' | 'startedAt'>,
  replica: RevocationReplica,
): RefusedSince {
  if (!('token' in admitted) || presented === undefined) return () => undefined;
  const { token, route } = admitted;
  const { introspects } = route;
  const asked =
    introspects !== undefined && whoseToAnswer(presented, introspects) === 'asked' ? introspects : undefined;
  const accepted = asked ?? route.accepts.get(token.issuer);
  if (accepted === undefined) return () => undefined;
  const call = { live, presented, address, startedAt };
  const stillVouchedFor =
    asked === undefined ? signedStill(call, admitted, replica) : activeStill(call, asked);
  const { clockSkew, revocationStaleness } = live.snapshot.gateway;
  return (now) => {
    const times = believeTimes(token, accepted, { now: now.wall / 1000, clockSkew: clockSkew / 1000 });
    if (times.verdict === 'refused') return new Denial('verify-token', times.refusal);
    const active = checkRevocation(admitted, replica, revocationStaleness, now.steady, new Trace());
    return active instanceof Denial ? active : stillVouchedFor(now);
  };
}

/** The signature is looked at again only where the keys are others than before. */
function signedStill(
  { live, presented }: Call,
  { token, route: { accepts } }: Verified,
  replica: RevocationReplica,
): RefusedSince {
  const { maxTokenValues: maxValues } = live.snapshot.gateway;
  const revokedKey = (issuer: string, kid: string) => replica.revoked.namesKey(issuer, kid);
  const policy = accepts.get(token.issuer)?.policy;
  let believedUnder: KeyRing | undefined;
  return (now) => {
    const ring = policy && live.keysOf(policy).ring(now.steady);
    if (ring !== undefined && ring === believedUnder) return undefined;
    const trust = { accepts, keysOf: live.keysOf, maxValues, now: now.steady, revokedKey };
    return believeSignature(presented, trust).then((belief) => {
      if (belief.verdict === 'refused') return new Denial('verify-token', belief.refusal);
      believedUnder = belief.token.ring;
      return undefined;
    });
  };
}

/** Milliseconds between two questions about one call, at the least. */
const askEvery = 5_000;

/** Its issuer is asked again when its answer counts no more. */
function activeStill(
  { live, presented, address, startedAt }: Call,
  accepted: IntrospectedAcceptance,
): RefusedSince {
  const introspector = live.introspectorOf(accepted.policy);
  const every = Math.max(askEvery, accepted.policy.cacheFor);
  let askedAt = startedAt;
  return (now) => {
    if (elapsed(askedAt, now.steady) < every) return undefined;
    askedAt = now.steady;
    return introspector
      .ask(presented, { address, now })
      .then((answer) => (answer.kind === 'active' ? undefined : refusedAnswer(answer, accepted)));
  };
}
