import type { DecisionRecord, ErrorCode } from '@signet/contracts';
import type { GuardedRoute } from '../snapshot/compiled-route.ts';
import { admitsRecorded, type Earlier, earlierOf } from './earlier.ts';
import { judgeToken } from './judge-token.ts';
import { type Recorded, recordedVerdict, refusedAt } from './recorded.ts';
import { allowed, type Held, type Replayed, refusedWith, unknown } from './replayed.ts';
import { whichRoute } from './which-route.ts';

/**
 * Decides a recorded call once more, by the routes and policies of a draft: the same table, the same checks of times, and
 * of what a token must carry as much as the record tells.
 * @param before what decided it then; undefined where that is not known any more
 */
export function replay(record: DecisionRecord, draft: Held, before: Held | undefined): Replayed {
  if (record.steps.length === 0) return unknown('who decided it was no gateway of this version');
  const recorded = recordedVerdict(record);
  // Before any route was looked for: a request that can be read in two ways is one under every configuration.
  if (refusedAt(record) === 'read-request') return recorded;
  const route = whichRoute(record, draft, before);
  if ('verdict' in route) return route;
  const earlier = earlierOf(record, draft, before, route);
  if (earlier.unchanged) return recorded;
  if (!admitsRecorded(route, earlier, recorded)) {
    return unknown('the address of the client, which a route asks for');
  }
  const decided = route.kind === 'public' ? allowed : ofGuarded(record, route, draft, earlier, recorded);
  // Whether its parameters and its body are what the route takes is in no record.
  return decided.verdict === 'allowed' && route.request !== undefined
    ? unknown('parameters and body of the request, which a route looks into')
    : decided;
}

function ofGuarded(
  record: DecisionRecord,
  route: GuardedRoute,
  draft: Held,
  earlier: Earlier,
  recorded: Recorded,
): Replayed {
  if (recorded.verdict === 'allowed' || lacks.has(recorded.code)) {
    return record.token === undefined ? ofNobody(route) : judgeToken(record, route, draft, earlier, recorded);
  }
  if (recorded.code === 'token_missing' && record.refusal?.variant === 'no_header') return ofNobody(route);
  if (byItself.has(recorded.code)) return recorded;
  if (onClaims.has(recorded.code)) {
    return unknown('claims that conditions, combined demands or the sign-in hang on');
  }
  const { token } = record;
  if (recorded.code === 'token_expired' && isOverStill(record, route, draft)) return recorded;
  const isForeign = token?.issuer !== undefined && !takesIssuer(route, token.issuer);
  if (recorded.code === 'issuer_unexpected' && isForeign) return recorded;
  return unknown('a token that was checked: the call was refused before it was');
}

/** What the token says of its end is enough here: one that says so is refused, whoever signed it. */
function isOverStill(
  { at, token }: DecisionRecord,
  { accepts }: GuardedRoute,
  { configuration }: Held,
): boolean {
  const { issuer = '', expiresAt } = token ?? {};
  const skew = accepts.get(issuer)?.policy.clockSkew ?? configuration.gateway.clockSkew / 1000;
  return expiresAt !== undefined && expiresAt + skew <= at / 1000;
}

function ofNobody(route: GuardedRoute): Replayed {
  return route.optional ? allowed : refusedWith('token_missing');
}

function takesIssuer({ accepts, introspects }: GuardedRoute, issuer: string): boolean {
  return accepts.has(issuer) || introspects?.policy.issuer === issuer;
}

/** The token was checked, and carried too little. */
const lacks: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'scope_missing',
  'role_missing',
  'permission_missing',
]);

/** The token was checked, and what it would be asked now is not in the record. */
const onClaims: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'condition_not_met',
  'requirement_missing',
  'authentication_insufficient',
]);

/** No route that asks for a token takes one of these. */
const byItself: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'token_malformed',
  'token_revoked',
  'token_encrypted',
  'alg_none',
  'alg_unsupported',
  'signature_invalid',
  'token_ambiguous',
]);
