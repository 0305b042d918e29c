import type { CanonicalPath, OpenedRoute, RouteConfiguration } from '@signet/contracts';
import { type Told, tellsNothing } from '../snapshot/selectors.ts';
import { same } from './earlier.ts';
import type { Held } from './replayed.ts';

type Match = RouteConfiguration['match'];

/** Beyond these nobody waits for the answer: then each open route may be one. */
const mostPairs = 1_000_000;
/** Stands for every value of a parameter, and for hosts and labels that no route names. */
const anyValue = 'signet-any';

/**
 * The routes of a draft that let everyone in where a token or an API key was asked for: one that was guarded, and one of another
 * name that takes what a guarded route took. For each pair of patterns that meet a request is looked for that both take, and both
 * tables are asked for its route.
 */
export function openedRoutes(before: Held, draft: Held): readonly OpenedRoute[] {
  const changed = changedRoutes(before, draft);
  const open = draft.configuration.routes.filter(isOpenIn);
  const guarded = before.configuration.routes.filter((route) => !isOpenIn(route));
  const pairs = pairsOf(open, guarded, changed);
  if (pairs === undefined) return open.map(({ id }) => ({ route: id, guarded: undefined }));
  const opened = new Map<string, OpenedRoute>();
  const guardedBefore = new Set(guarded.map(({ id }) => id));
  const openNow = new Set(open.map(({ id }) => id));
  for (const [one, other] of pairs) {
    for (const request of requestsOf(one.match, other.match)) {
      const [was, becomes] = [before, draft].map((held) => routeOf(held, request));
      if (was === undefined || becomes === undefined) continue;
      if (!guardedBefore.has(was) || !openNow.has(becomes)) continue;
      if (!opened.has(becomes)) opened.set(becomes, { route: becomes, guarded: was });
      break;
    }
  }
  return [...opened.values()];
}

/** By their names: those that are not as they were, with those that come and go. */
function changedRoutes(before: Held, draft: Held): ReadonlySet<string> {
  const [was, becomes] = [before, draft].map(
    ({ configuration }) => new Map(configuration.routes.map((route) => [route.id, route])),
  );
  const ids = new Set([...(was?.keys() ?? []), ...(becomes?.keys() ?? [])]);
  return new Set([...ids].filter((id) => !same(was?.get(id), becomes?.get(id))));
}

type Pair = readonly [open: RouteConfiguration, guarded: RouteConfiguration];

/** Where neither of two has changed, nothing between them has, unless a third one did. */
function pairsOf(
  open: readonly RouteConfiguration[],
  guarded: readonly RouteConfiguration[],
  changed: ReadonlySet<string>,
): readonly Pair[] | undefined {
  const changedGuarded = guarded.filter(({ id }) => changed.has(id));
  const pairs: Pair[] = [];
  let looked = 0;
  for (const one of open) {
    const others = changed.has(one.id) ? guarded : changedGuarded;
    looked += others.length;
    if (looked > mostPairs) return undefined;
    for (const other of others) if (mayMeet(one.match, other.match)) pairs.push([one, other]);
  }
  return pairs;
}

function mayMeet(one: Match, other: Match): boolean {
  const [first = '', second = ''] = [one, other].map(({ path }) => path.split('/', 2)[1]);
  return first === second || first.startsWith('{') || second.startsWith('{');
}

interface SampleRequest {
  readonly method: string;
  readonly path: CanonicalPath;
  readonly host: string;
  readonly told: Told;
}

/** Requests that both patterns take, one for each way in which routes are told apart. */
function* requestsOf(one: Match, other: Match): Generator<SampleRequest> {
  const path = meeting(one.path.split('/'), other.path.split('/'));
  if (path === undefined) return;
  const hosts = new Set([...(one.hosts ?? []), ...(other.hosts ?? []), anyValue]);
  const both = { headers: { ...one.headers, ...other.headers }, query: { ...one.query, ...other.query } };
  const tales = [tellsNothing, telling(one), telling(other), telling(both)];
  for (const method of one.methods.filter((each) => other.methods.includes(each)))
    for (const host of hosts)
      for (const told of tales) yield { method, path, host: host.replace('*', anyValue), told };
}

/** A path that both take, of patterns that are canonical; undefined where there is none. */
function meeting(one: readonly string[], other: readonly string[]): CanonicalPath | undefined {
  const met: string[] = [];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const [first, second] = [one[index], other[index]];
    if (first === undefined || second === undefined) return undefined;
    if (isRest(first) || isRest(second)) {
      const named = isRest(first) ? other : one;
      return [...met, ...named.slice(index).map(sampleOf)].join('/') as CanonicalPath;
    }
    if (isParameter(first)) met.push(sampleOf(second));
    else if (first === second || isParameter(second)) met.push(first);
    else return undefined;
  }
  return met.join('/') as CanonicalPath;
}

function isRest(segment: string): boolean {
  return segment.endsWith('*}');
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}

function sampleOf(segment: string): string {
  return isParameter(segment) ? anyValue : segment;
}

function telling({ headers = {}, query = {} }: Pick<Match, 'headers' | 'query'>): Told {
  return { header: (name) => headers[name], parameter: (name) => query[name] };
}

function routeOf({ snapshot }: Held, { method, path, host, told }: SampleRequest): string | undefined {
  return snapshot.routes.find(method, path, host, told)?.id;
}

/** A route that asks a server of its own about each call is not open, unless calls pass where that does not answer. */
function isOpenIn(route: RouteConfiguration): boolean {
  const isChecked = route.check !== undefined && route.check.dangerouslyAllowOnFailure !== true;
  return !isChecked && (route.kind === 'public' || route.auth.optional === true);
}
