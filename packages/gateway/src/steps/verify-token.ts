import { refusal, type SignetRefusal } from '@signet/contracts';
import type { IssuerKeys } from '@signet/trust';
import {
  type Acceptance,
  believeClaims,
  believeSignature,
  believeTimes,
  type IssuerPolicy,
  issuerUnexpected,
  refuseBinding,
  refusePage,
  type SignatureTrust,
} from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { whoseToAnswer } from '../introspection/whose-to-answer.ts';
import type { RememberedToken, TokenCache } from '../token/token-cache.ts';
import type { Presented, Verified } from './passage.ts';
import { type AskContext, shownWith, verifyByAsking } from './verify-by-asking.ts';

/** Of one token; for further routes the claims are checked each time. */
const mostRoutesRemembered = 16;

export interface VerifyContext extends AskContext {
  readonly cache: TokenCache;
  readonly keysOf: (policy: IssuerPolicy) => IssuerKeys;
  /** JSON values in the header, and as many in the claims. */
  readonly maxValues: number;
  readonly revokedKey: SignatureTrust['revokedKey'];
}

/**
 * Asks whether an issuer of the route signed the token, for this route, for now. The answer is immediate when the
 * signature was checked before under the keys that the issuer still has: only that is ever remembered.
 */
export function verifyToken(
  presented: Presented,
  context: VerifyContext,
): Verified | Denial | Promise<Verified | Denial> {
  const { introspects, accepts } = presented.route;
  if (introspects !== undefined) {
    if (whoseToAnswer(presented.compact, introspects) === 'asked')
      return verifyByAsking(presented, introspects, context);
    const { issuer: accepted } = introspects.policy;
    if (accepts.size === 0) return refusedBy(refusal('issuer_unexpected.not_opaque', { accepted }));
  }
  const remembered = context.cache.get(presented.compact);
  if (remembered === undefined) return verifyAnew(presented, context);
  const accepted = presented.route.accepts.get(remembered.token.issuer);
  if (accepted === undefined) {
    return refusedBy(issuerUnexpected(presented.route.accepts, remembered.token.issuer).refusal);
  }
  const stillTrusted = context.keysOf(accepted.policy).ring(context.now.steady) === remembered.ring;
  return stillTrusted
    ? checked(presented, remembered, accepted, context, true)
    : verifyAnew(presented, context);
}

async function verifyAnew(presented: Presented, context: VerifyContext): Promise<Verified | Denial> {
  context.cache.forget(presented.compact);
  const { keysOf, maxValues, now, revokedKey } = context;
  const { accepts } = presented.route;
  const trust = { accepts, keysOf, maxValues, now: now.steady, revokedKey };
  const signed = await believeSignature(presented.compact, trust);
  if (signed.verdict === 'refused') return refusedBy(signed.refusal);
  const { token, ring, accepted } = signed.token;
  const remembered: RememberedToken = { token, ring, acceptedBy: new Set() };
  context.cache.remember(presented.compact, remembered);
  return checked(presented, remembered, accepted, context, false);
}

/**
 * Everything about a token that depends on the route or on the time. Claims and routes are frozen, and a token has one
 * issuer, so what depends on those alone is asked once for each route; the time is asked at every use.
 */
function checked(
  { route, path, page }: Presented,
  { token, acceptedBy }: RememberedToken,
  accepted: Acceptance,
  { clockSkew, now, trace, certificate, proofKey }: VerifyContext,
  fromMemory: boolean,
): Verified | Denial {
  const time = { now: now.wall / 1000, clockSkew };
  const shown = shownWith(token, { certificate, proofKey });
  const verdict = acceptedBy.has(route)
    ? believeTimes(token, accepted, time)
    : believeClaims(token, accepted, time, shown);
  if (verdict.verdict === 'refused') return refusedBy(verdict.refusal);
  if (acceptedBy.size < mostRoutesRemembered) acceptedBy.add(route);
  // By whom a token comes is no matter of the token: asked each time, whatever is remembered.
  const bound = refuseBinding(token.claims, shown);
  if (bound !== undefined) return refusedBy(bound);
  const unproven = page && refusePage(token.claims, page);
  if (unproven !== undefined) return refusedBy(unproven);
  trace.tell({ step: 'verify-token', token, remembered: fromMemory });
  return { route, path, token } as Verified;
}

function refusedBy(told: SignetRefusal): Denial {
  const again = told.code === 'keys_unavailable' ? { headers: ['retry-after', '1'] } : {};
  return new Denial('verify-token', told, again);
}
