import { elapsed, type Moment } from '@signet/contracts';
import { readSeconds } from '@signet/token/json';
import type { KeyRing, RevocationReplica } from '@signet/trust';
import { believeSignature, believeTimes } from '@signet/trust/bearer';
import type { KnownKeys } from '../api-keys/known-keys.ts';
import { Denial } from '../denial.ts';
import type { IntrospectedAcceptance } from '../introspection/introspection-policy.ts';
import { whoseToAnswer } from '../introspection/whose-to-answer.ts';
import type { Journey } from '../journey.ts';
import type { KnownMachines, ProvenMachine } from '../machines/known-machines.ts';
import { Trace } from '../trace.ts';
import { checkRevocation } from './check-revocation.ts';
import type { Admitted, PresentedKey, Verified } from './passage.ts';
import { refusedAnswer } from './verify-by-asking.ts';
import { keyExpired, verifyKey } from './verify-key.ts';
import { machineGone } from './verify-machine.ts';

/** Asks again of a call that was admitted. */
export type RefusedSince = (now: Moment) => Denial | undefined | Promise<Denial | undefined>;

type Call = Pick<Journey, 'live' | 'address' | 'startedAt'> & { readonly presented: string };

interface Asked {
  readonly replica: RevocationReplica;
  readonly keys: KnownKeys;
  readonly machines: KnownMachines;
}

/**
 * Why a call that was admitted would not be any more: its token has run out, or was revoked, its issuer has the key that
 * signed it no more or calls it active no more, or nobody can say.
 */
export function refusedSince(
  admitted: Admitted,
  { live, presented, address, startedAt }: Pick<Journey, 'live' | 'presented' | 'address' | 'startedAt'>,
  { replica, keys, machines }: Asked,
): RefusedSince {
  if (!('token' in admitted)) return () => undefined;
  if (admitted.keyHash !== undefined)
    return keyStill(admitted, admitted.keyHash, { live, address, replica, keys });
  if (admitted.machine !== undefined)
    return machineStill(admitted, admitted.machine, { live, replica, machines });
  if (presented === undefined) return () => undefined;
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

interface KeyCall extends Pick<Journey, 'live' | 'address'> {
  readonly replica: RevocationReplica;
  readonly keys: KnownKeys;
}

/**
 * A key is looked up again as for any request: it may end sooner than was known when the call began. Where nobody can say, the call
 * goes on: a key that was revoked is told by the log, whose silence ends the call as well.
 */
function keyStill(
  admitted: Verified,
  keyHash: string,
  { live, address, replica, keys }: KeyCall,
): RefusedSince {
  const { route, path, token } = admitted;
  const { revocationStaleness } = live.snapshot.gateway;
  const ends = readSeconds(token.claims['exp']);
  const refusedIn = (answer: Verified | Denial) =>
    answer instanceof Denial && answer.refusal.code !== 'store_unavailable' ? answer : undefined;
  return (now) => {
    if (ends !== undefined && now.wall >= ends * 1000)
      return new Denial('verify-token', keyExpired(ends * 1000));
    const active = checkRevocation(admitted, replica, revocationStaleness, now.steady, new Trace());
    if (active instanceof Denial) return active;
    const presented = { route, path, keyHash } as PresentedKey;
    const verifying = verifyKey(presented, { keys, address, now, trace: new Trace() });
    return verifying instanceof Promise ? verifying.then(refusedIn) : refusedIn(verifying);
  };
}

interface MachineCall extends Pick<Journey, 'live'> {
  readonly replica: RevocationReplica;
  readonly machines: KnownMachines;
}

/** Its place in the configuration is looked at again, and the hash that its password belongs to. */
function machineStill(
  admitted: Verified,
  proven: ProvenMachine,
  { live, replica, machines }: MachineCall,
): RefusedSince {
  const { revocationStaleness } = live.snapshot.gateway;
  return (now) => {
    const active = checkRevocation(admitted, replica, revocationStaleness, now.steady, new Trace());
    return active instanceof Denial ? active : machineGone(machines, proven);
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
