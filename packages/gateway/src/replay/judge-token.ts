import type { DecisionRecord, ProtectedRoute, StepFacts, TokenSummary } from '@signet/contracts';
import { type Acceptance, believeTimes, type ClaimsPolicy, trustedToken } from '@signet/trust/bearer';
import type { GuardedRoute } from '../snapshot/compiled-route.ts';
import { authOf, type Earlier, same } from './earlier.ts';
import type { Recorded } from './recorded.ts';
import { allowed, type Held, type Replayed, refusedWith, type Unknown, unknown } from './replayed.ts';

/** A token that was checked then, and its checks and demands now. A refusal that is certain goes before what is unknown. */
export function judgeToken(
  record: DecisionRecord,
  route: GuardedRoute,
  draft: Held,
  earlier: Earlier,
  recorded: Recorded,
): Replayed {
  const { token } = record;
  if (token?.verified !== true || token.issuer === undefined) {
    return unknown('a token that was checked: the call was refused before it was');
  }
  if (factsOf(record, 'verify-token')?.apiKey !== undefined) return unknown('the API key beside its id');
  if (factsOf(record, 'verify-token')?.machine !== undefined) return unknown('the machine beside its name');
  const accepted: Acceptance<ClaimsPolicy> | undefined =
    route.accepts.get(token.issuer) ?? introspected(route, token.issuer);
  if (accepted === undefined) return refusedWith('issuer_unexpected');
  const certain = refusedForSure(record, token, accepted, route, draft);
  if (certain !== undefined) return certain;
  const lacking = lackOf(record, authOf(earlier.draft), recorded);
  if (lacking !== undefined) return lacking;
  const why = unknownOf(record, accepted, earlier, recorded);
  return why === undefined ? allowed : unknown(why);
}

function introspected({ introspects }: GuardedRoute, issuer: string) {
  return introspects?.policy.issuer === issuer ? introspects : undefined;
}

/** By times, age and algorithm, all of which a record holds. */
function refusedForSure(
  { at }: DecisionRecord,
  { issuer = '', alg, issuedAt, expiresAt }: TokenSummary,
  accepted: Acceptance<ClaimsPolicy>,
  route: GuardedRoute,
  { configuration }: Held,
): Replayed | undefined {
  const algorithms: readonly string[] | undefined = route.accepts.get(issuer)?.policy.algorithms;
  if (algorithms !== undefined && alg !== undefined && !algorithms.includes(alg)) {
    return refusedWith('alg_not_pinned');
  }
  const claims = {
    iss: issuer,
    ...(issuedAt === undefined ? {} : { iat: issuedAt }),
    ...(expiresAt === undefined ? {} : { exp: expiresAt }),
  };
  const time = { now: at / 1000, clockSkew: configuration.gateway.clockSkew / 1000 };
  const header = { alg: alg ?? '' };
  const verdict = believeTimes(trustedToken(issuer, header, claims, undefined), accepted, time);
  return verdict.verdict === 'refused' ? refusedWith(verdict.refusal.code) : undefined;
}

type Auth = ProtectedRoute['auth'];

/** What the refusal of then says that it carried, all of which is known so. */
function lackOf(
  { refusal }: DecisionRecord,
  auth: Auth | undefined,
  recorded: Recorded,
): Replayed | undefined {
  if (recorded.verdict === 'allowed' || auth === undefined) return undefined;
  const carried = carriedIn(refusal);
  // A list that was cut says nothing of what it lacks.
  if (isCut(refusal)) return undefined;
  if (recorded.code === 'scope_missing' && !auth.scopes.every((name) => carried.includes(name)))
    return recorded;
  if (
    recorded.code === 'role_missing' &&
    auth.roles.length > 0 &&
    !auth.roles.some((name) => carried.includes(name))
  )
    return recorded;
  if (recorded.code === 'permission_missing' && !auth.permissions.every((name) => carried.includes(name)))
    return recorded;
  return undefined;
}

function unknownOf(
  record: DecisionRecord,
  accepted: Acceptance<ClaimsPolicy>,
  { route, draft, isSameIssuer }: Earlier,
  recorded: Recorded,
): Unknown | undefined {
  const [past, next] = [authOf(route), authOf(draft)];
  if (next === undefined) return 'host, headers and query, by which routes of its path are told apart';
  if (!standsWhereTaken(past, next)) return 'where the token stood in the request';
  const { name } = accepted.policy;
  if (!isSameIssuer(name)) return 'what the issuer asks of its tokens beside times, algorithm and age';
  const audience = past?.accepts.find(({ issuer }) => issuer === name)?.audience ?? [];
  if (audience.length === 0 || !audience.every((each) => accepted.audience.includes(each))) {
    return 'the audience of the token';
  }
  return unknownDemand(knownOf(record, past, recorded), past, next);
}

/** Everything that was taken then is taken still. */
function standsWhereTaken(past: Auth | undefined, next: Auth): boolean {
  if (past === undefined) return false;
  return (
    past.credentials.every((place) => next.credentials.includes(place)) &&
    (past.tokenHeader === undefined || past.tokenHeader === next.tokenHeader) &&
    (past.tokenParameter === undefined || past.tokenParameter === next.tokenParameter)
  );
}

interface Known {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** One of these it has, not known which. */
  readonly oneOfRoles: readonly string[];
  /** All that comes after in the order of asking was met, too. */
  readonly met: boolean;
}

function knownOf({ refusal }: DecisionRecord, past: Auth | undefined, recorded: Recorded): Known {
  const { scopes = [], roles = [], permissions = [] } = past ?? {};
  const nothing = { scopes: [], roles: [], permissions: [], oneOfRoles: [], met: false };
  if (recorded.verdict === 'allowed') return { scopes, roles: [], permissions, oneOfRoles: roles, met: true };
  const carried = carriedIn(refusal);
  if (recorded.code === 'scope_missing') return { ...nothing, scopes: carried };
  if (recorded.code === 'role_missing') return { ...nothing, scopes, roles: carried };
  return { ...nothing, scopes, oneOfRoles: roles, permissions: carried };
}

function unknownDemand(known: Known, past: Auth | undefined, next: Auth): Unknown | undefined {
  if (!next.scopes.every((name) => known.scopes.includes(name))) {
    return 'scopes of the token beside those that were asked for';
  }
  const isOfRole =
    next.roles.length === 0 ||
    next.roles.some((name) => known.roles.includes(name)) ||
    (known.oneOfRoles.length > 0 && known.oneOfRoles.every((name) => next.roles.includes(name)));
  if (!isOfRole) return 'roles of the token beside those that were asked for';
  if (!next.permissions.every((name) => known.permissions.includes(name))) {
    return 'permissions of the token beside those that were asked for';
  }
  const asksMore = (['conditions', 'demands', 'acr', 'maxAge'] as const).some(
    (key) => next[key] !== undefined && !(known.met && same(past?.[key], next[key])),
  );
  return asksMore ? 'claims that conditions, combined demands or the sign-in hang on' : undefined;
}

function isCut(refusal: DecisionRecord['refusal']): boolean {
  return String(refusal?.values?.['carried'] ?? '').endsWith('…');
}

function carriedIn(refusal: DecisionRecord['refusal']): readonly string[] {
  const carried = refusal?.values?.['carried'];
  return typeof carried === 'string' ? carried.split(/,? /).filter((name) => name !== '') : [];
}

function factsOf({ steps }: DecisionRecord, step: 'verify-token'): StepFacts | undefined {
  return steps.find((each) => each.step === step)?.facts;
}
