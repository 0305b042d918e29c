import type { DecisionRecord, ProtectedRoute, RouteConfiguration } from '@signet/contracts';
import type { CompiledRoute } from '../snapshot/compiled-route.ts';
import type { Recorded } from './recorded.ts';
import type { Held } from './replayed.ts';

/** What a record was decided by, where that is what is followed still, beside what the draft says of the same. */
export interface Earlier {
  readonly route: RouteConfiguration | undefined;
  readonly draft: RouteConfiguration | undefined;
  /** Nothing of it that decides is otherwise in the draft. */
  readonly unchanged: boolean;
  /** Whether an issuer is as it was, by its name in the draft. */
  readonly isSameIssuer: (name: string) => boolean;
}

export function earlierOf(
  record: DecisionRecord,
  draft: Held,
  before: Held | undefined,
  route: CompiledRoute,
): Earlier {
  const next = routeOf(draft, route.id);
  const past = before === undefined || record.route === undefined ? undefined : routeOf(before, record.route);
  const isSameIssuer = (name: string) =>
    before !== undefined && same(before.configuration.issuers[name], draft.configuration.issuers[name]);
  const unchanged =
    past !== undefined &&
    next !== undefined &&
    same(decisive(past), decisive(next)) &&
    issuersOf(next).every(isSameIssuer) &&
    same(tokenSettings(before), tokenSettings(draft));
  return { route: past, draft: next, unchanged, isSameIssuer };
}

/** Whether the networks of a route say of this call what they said then. */
export function admitsRecorded(
  route: CompiledRoute,
  { route: past, draft }: Earlier,
  recorded: Recorded,
): boolean {
  if (route.admits === undefined) return true;
  const wasAdmitted = recorded.verdict === 'allowed' || recorded.code !== 'network_not_allowed';
  return wasAdmitted && past !== undefined && same(past.networks, draft?.networks);
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function routeOf({ configuration }: Held, id: string): RouteConfiguration | undefined {
  return configuration.routes.find((route) => route.id === id);
}

function decisive(route: RouteConfiguration) {
  return [route.kind, route.networks, route.websocket, route.kind === 'protected' ? route.auth : undefined];
}

function issuersOf(route: RouteConfiguration): readonly string[] {
  return route.kind === 'protected' ? route.auth.accepts.map(({ issuer }) => issuer) : [];
}

function tokenSettings(held: Held | undefined) {
  const { clockSkew, maxTokenBytes, maxTokenValues, clientCertificates } = held?.configuration.gateway ?? {};
  return [clockSkew, maxTokenBytes, maxTokenValues, clientCertificates];
}

export function authOf(route: RouteConfiguration | undefined): ProtectedRoute['auth'] | undefined {
  return route?.kind === 'protected' ? route.auth : undefined;
}
