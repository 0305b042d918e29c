import { type Check, check } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { showValue } from '../../../problems/show-value.ts';
import { lenientPattern, pathShape } from '../path-pattern.ts';
import { routeDemands } from '../route-demands.ts';
import { routesSchema } from '../schema.ts';
import type { RouteConfiguration } from '../type.ts';
import { type PlacedRoute, placed } from './placed-route.ts';
import { shadowedHeads } from './shadowed-heads.ts';

/** Two routes of one name, or two that would take the same request: which one wins must never be a guess. */
export const conflicts: Check = check({ routes: routesSchema }, (parts) => {
  const routes = placed(parts.routes);
  return [
    ...checkIds(routes),
    ...checkMatches(routes),
    ...checkSpellings(routes),
    ...checkHeads(routes),
    ...shadowedHeads(routes),
  ];
});

function checkIds(routes: readonly PlacedRoute[]): readonly Finding[] {
  const seen = new Set<string>();
  return routes.flatMap(({ route, path }) => {
    const repeated = seen.has(route.id);
    seen.add(route.id);
    return repeated ? [repeatedId(path, route.id)] : [];
  });
}

function repeatedId(path: PlacedRoute['path'], id: string): Finding {
  return {
    path: [...path, 'id'],
    atKey: false,
    actual: `${showValue(id)} a second time`,
    expected: 'an `id` that no other route has',
    fix: 'Rename one of the two routes.',
  };
}

function checkMatches(routes: readonly PlacedRoute[]): readonly Finding[] {
  const taken = new Map<string, RouteConfiguration[]>();
  return routes.flatMap(({ route, path }) => {
    const keys = matchKeys(route, pathShape(route.match.path));
    const clashes = keys.flatMap((key) =>
      (taken.get(key) ?? []).flatMap((other) => clashOf(route.match, other.match, key, other.id)),
    );
    for (const key of keys) addTo(taken, key, route);
    const [clash] = clashes;
    return clash === undefined ? [] : [{ path: [...path, 'match', 'path'], atKey: false, ...clash }];
  });
}

type Clash = Pick<Finding, 'actual' | 'expected' | 'fix'>;

/** Of routes of one path, that with more values of headers and query is asked first: two with as many must exclude each other. */
function clashOf(one: Match, other: Match, key: string, id: string): readonly Clash[] {
  if (exclude(one, other) || valuesOf(one).length !== valuesOf(other).length) return [];
  const same = JSON.stringify(valuesOf(one).sort()) === JSON.stringify(valuesOf(other).sort());
  return [same ? sameMatch(key, id) : undecided(key, id)];
}

type Match = RouteConfiguration['match'];

function valuesOf({ headers = {}, query = {} }: Match): (readonly [name: string, value: string])[] {
  return [
    ...Object.entries(headers),
    ...Object.entries(query).map(([name, value]) => [`?${name}`, value] as const),
  ];
}

/** No request can have the values of both. */
function exclude(one: Match, other: Match): boolean {
  const wanted = new Map(valuesOf(one));
  return valuesOf(other).some(([name, value]) => wanted.has(name) && wanted.get(name) !== value);
}

function undecided(key: string, other: string): Clash {
  return {
    actual: `${key} with values of headers or query that a request can have beside those of route \`${other}\``,
    expected: 'routes of one path of which one asks for more values, or for another value of the same name',
    fix: 'Name the header or parameter of the other route here too, with another value, or add a route for both.',
  };
}

function addTo(taken: Map<string, RouteConfiguration[]>, key: string, route: RouteConfiguration): void {
  const routes = taken.get(key);
  if (routes === undefined) taken.set(key, [route]);
  else routes.push(route);
}

/** One key for each host and method: equal keys are the same requests, whatever the parameters are called. */
function matchKeys({ match }: RouteConfiguration, path: string): readonly string[] {
  const hosts = match.hosts ?? ['any host'];
  return hosts.flatMap((host) => match.methods.map((method) => `${method} ${path} (${host})`));
}

function sameMatch(key: string, other: string): Clash {
  return {
    actual: `${key}, which route \`${other}\` takes already`,
    expected: 'one route for a method, path and host',
    fix: 'Change the path or the methods of one of them, or merge the two routes.',
  };
}

/** Routes that some servers take for one may stand side by side only where it makes no difference which of them it is. */
function checkSpellings(routes: readonly PlacedRoute[]): readonly Finding[] {
  const taken = new Map<string, RouteConfiguration[]>();
  return routes.flatMap(({ route, path }) => {
    const keys = matchKeys(route, pathShape(lenientPattern(route.match.path)));
    const other = keys.flatMap((key) => taken.get(key) ?? []).find((found) => differ(route, found));
    for (const key of keys) addTo(taken, key, route);
    return other === undefined ? [] : [sameReading(path, route, other)];
  });
}

/** Routes of the same shape are reported as such. */
function differ(one: RouteConfiguration, other: RouteConfiguration): boolean {
  return (
    pathShape(one.match.path) !== pathShape(other.match.path) && routeDemands(one) !== routeDemands(other)
  );
}

function sameReading(
  path: PlacedRoute['path'],
  { match }: RouteConfiguration,
  other: RouteConfiguration,
): Finding {
  return {
    path: [...path, 'match', 'path'],
    atKey: false,
    actual: `${match.path}, which many servers take for ${other.match.path} of route \`${other.id}\``,
    expected:
      'paths of which no server takes one for the other: most overlook a `/` at the end, many capitals, some how a character is written',
    fix: 'Ask the same of both routes, so that it does not matter which is taken, or change one of the paths.',
  };
}

/** Servers answer HEAD by what serves GET (RFC 9110 §9.3.2): a route of its own for HEAD must ask for what that of GET asks for. */
function checkHeads(routes: readonly PlacedRoute[]): readonly Finding[] {
  const shown = new Map<string, RouteConfiguration[]>();
  for (const { route } of routes) for (const key of keysOf('GET', route)) addTo(shown, key, route);
  return routes.flatMap(({ route, path }) => {
    const others = keysOf('HEAD', route).flatMap((key) => shown.get(key) ?? []);
    const other = others.find(
      (found) =>
        !isFree(found) && routeDemands(found) !== routeDemands(route) && !exclude(found.match, route.match),
    );
    return other === undefined ? [] : [looserHead(path, route, other)];
  });
}

function keysOf(method: 'GET' | 'HEAD', { match }: RouteConfiguration): readonly string[] {
  if (!match.methods.includes(method)) return [];
  return (match.hosts ?? ['']).map((host) => `${pathShape(match.path)} ${host}`);
}

function isFree(route: RouteConfiguration): boolean {
  const { kind, limit, concurrency, quotas, networks } = route;
  const unlimited = limit.length === 0 && concurrency === undefined && quotas === undefined;
  return kind === 'public' && unlimited && networks === undefined;
}

function looserHead(
  path: PlacedRoute['path'],
  { match }: RouteConfiguration,
  other: RouteConfiguration,
): Finding {
  return {
    path: [...path, 'match', 'methods'],
    atKey: false,
    actual: `HEAD ${match.path}, which servers answer by what serves GET, and that is route \`${other.id}\``,
    expected: 'HEAD in the route of GET, or in one that asks for the same',
    fix: `Move HEAD to the methods of route \`${other.id}\`.`,
  };
}
