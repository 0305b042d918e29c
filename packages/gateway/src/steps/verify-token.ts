import { type Moment, refusal, type SignetRefusal } from '@signet/contracts';
import { type CompactJws, parseCompactJws, parseJsonObject } from '@signet/token/parse';
import {
  type ClaimPolicy,
  checkClaims,
  checkTimes,
  notAccessTokenTypes,
  type TimePolicy,
  verifyParsedSignature,
} from '@signet/token/verify';
import type { IssuerKeys, KeyRing } from '@signet/trust';
import { Denial } from '../denial.ts';
import type { Acceptance, GuardedRoute, IssuerPolicy } from '../snapshot/compiled-route.ts';
import type { RememberedToken, TokenCache } from '../token/token-cache.ts';
import { type TrustedToken, trustedToken } from '../token/trusted-token.ts';
import type { Trace } from '../trace.ts';
import { explainRejected } from './explain-rejected.ts';
import type { Presented, Verified } from './passage.ts';

/** Of one token; for further routes the claims are checked each time. */
const mostRoutesRemembered = 16;

export interface VerifyContext {
  readonly cache: TokenCache;
  readonly keysOf: (policy: IssuerPolicy) => IssuerKeys;
  /** Seconds. */
  readonly clockSkew: number;
  readonly now: Moment;
  /** JSON values in the header, and as many in the claims. */
  readonly maxValues: number;
  readonly trace: Trace;
}

/**
 * Asks whether an issuer of the route signed the token, for this route, for now. The answer is immediate when the
 * signature was checked before under the keys that the issuer still has: only that is ever remembered.
 */
export function verifyToken(
  presented: Presented,
  context: VerifyContext,
): Verified | Denial | Promise<Verified | Denial> {
  const remembered = context.cache.get(presented.compact);
  if (remembered === undefined) return verifyAnew(presented, context);
  const accepted = presented.route.accepts.get(remembered.token.issuer);
  if (accepted === undefined) return issuerUnexpected(presented.route, remembered.token.issuer);
  const stillTrusted = context.keysOf(accepted.policy).ring(context.now.steady) === remembered.ring;
  return stillTrusted
    ? checked(presented, remembered, accepted, context, true)
    : verifyAnew(presented, context);
}

async function verifyAnew(presented: Presented, context: VerifyContext): Promise<Verified | Denial> {
  context.cache.forget(presented.compact);
  const { maxValues } = context;
  const parsed = parseCompactJws(presented.compact, { maxBytes: presented.compact.length, maxValues });
  if (parsed.verdict === 'refused') return refusedBy(parsed.refusal);
  const accepted = selectIssuer(parsed.token, presented.route, maxValues);
  if (accepted instanceof Denial) return accepted;
  const { policy } = accepted;
  const ring = await context.keysOf(policy).ringFor(kidOf(parsed.token), context.now.steady);
  if (ring === undefined) return keysUnavailable(policy);
  const token = await checkSignature(parsed.token, policy, ring);
  if (token instanceof Denial) return token;
  const remembered: RememberedToken = { token, ring, acceptedBy: new Set() };
  context.cache.remember(presented.compact, remembered);
  return checked(presented, remembered, accepted, context, false);
}

/**
 * The unverified `iss` is read to choose among the route's issuers and for nothing else: only that issuer's keys are
 * tried, and the claim is checked again once the signature stands.
 */
function selectIssuer({ payload }: CompactJws, route: GuardedRoute, maxValues: number): Acceptance | Denial {
  const claims = parseJsonObject(payload, 'payload', { maxValues });
  if (claims.verdict === 'refused') return refusedBy(claims.refusal);
  const { iss } = claims.token;
  if (typeof iss !== 'string') return issuerMissing(route);
  return route.accepts.get(iss) ?? issuerUnexpected(route, iss);
}

async function checkSignature(
  jws: CompactJws,
  policy: IssuerPolicy,
  { keys, rejected }: KeyRing,
): Promise<TrustedToken | Denial> {
  const signature = await verifyParsedSignature(jws, { keys });
  if (signature.verdict === 'refused')
    return refusedBy(explainRejected(signature.refusal, kidOf(jws), rejected));
  // Counted when the issuer was selected: these are the same bytes.
  const claims = parseJsonObject(signature.token.payload, 'payload');
  if (claims.verdict === 'refused') return refusedBy(claims.refusal);
  return trustedToken(policy.issuer, signature.token.header, claims.token);
}

/**
 * Everything about a token that depends on the route or on the time. Claims and routes are frozen, and a token has one
 * issuer, so what depends on those alone is asked once for each route; the time is asked at every use.
 */
function checked(
  { route, path }: Presented,
  { token, acceptedBy }: RememberedToken,
  accepted: Acceptance,
  { clockSkew, now, trace }: VerifyContext,
  fromMemory: boolean,
): Verified | Denial {
  const time = { now: now.wall / 1000, clockSkew };
  const verdict = acceptedBy.has(route)
    ? checkTimes(token.claims, time)
    : checkClaims(token.claims, token.header, claimPolicy(accepted, time));
  if (verdict.verdict === 'refused') return refusedBy(verdict.refusal);
  // Whatever it says: what cannot be read may bind as well, and a proof of it was not asked for.
  if (token.claims['cnf'] !== undefined) return refusedBy(refusal('token_bound'));
  if (acceptedBy.size < mostRoutesRemembered) acceptedBy.add(route);
  trace.tell({ step: 'verify-token', token, remembered: fromMemory });
  return { route, path, token } as Verified;
}

function claimPolicy({ policy, audience }: Acceptance, time: TimePolicy): ClaimPolicy {
  const { issuer, audienceClaim, type } = policy;
  return {
    ...time,
    issuers: [issuer],
    audiences: audience,
    refusedTypes: notAccessTokenTypes,
    ...(audienceClaim === undefined ? {} : { audienceClaim }),
    ...(type === undefined ? {} : { type }),
  };
}

function kidOf({ header }: CompactJws): string | undefined {
  return typeof header['kid'] === 'string' ? header['kid'] : undefined;
}

function refusedBy(told: SignetRefusal): Denial {
  return new Denial('verify-token', told);
}

const longestIssuer = 128;

function issuerUnexpected(route: GuardedRoute, found: string): Denial {
  const issuer = found.length <= longestIssuer ? found : `${found.slice(0, longestIssuer)}…`;
  return refusedBy(refusal('issuer_unexpected.route', { accepted: acceptedBy(route), issuer }));
}

function issuerMissing(route: GuardedRoute): Denial {
  return refusedBy(refusal('claim_missing.issuer', { accepted: acceptedBy(route) }));
}

function acceptedBy({ accepts }: GuardedRoute): string {
  return [...accepts.keys()].join(', ');
}

function keysUnavailable({ name }: IssuerPolicy): Denial {
  return new Denial('verify-token', refusal('keys_unavailable', { issuer: name }), {
    headers: ['retry-after', '1'],
  });
}
