import type { Finding } from '../../../problems/configuration-problem.ts';
import { pathShape } from '../path-pattern.ts';
import { routeDemands } from '../route-demands.ts';
import type { RouteConfiguration } from '../type.ts';
import type { PlacedRoute } from './placed-route.ts';

/**
 * Routes that no request could reach: of HEAD alone, on paths all of whose GETs belong to a route that asks for something else,
 * so that the gateway answers each with 405. No other route can be taken whole by others: what is more specific comes first.
 */
export function shadowedHeads(routes: readonly PlacedRoute[]): readonly Finding[] {
  const heads = routes.filter(({ route: { match } }) => isOnlyHead(match.methods));
  if (heads.length === 0) return [];
  const shown = routes.filter(({ route: { match } }) => match.methods.includes('GET'));
  return heads.flatMap(({ route, path }) => {
    const covering = shown
      .filter(({ route: other }) => covers(other, route))
      .map(({ route: other }) => other);
    const other = covering.sort(bySpecificity)[0];
    if (other === undefined || routeDemands(other) === routeDemands(route) || isFree(other)) return [];
    return [shadowed([...path, 'match', 'methods'], route, other)];
  });
}

function isOnlyHead(methods: readonly string[]): boolean {
  return methods.length === 1 && methods[0] === 'HEAD';
}

/** Every request of `route` is, as a GET, one that this pattern takes. Of the same shape is found by another check. */
function covers({ match }: RouteConfiguration, route: RouteConfiguration): boolean {
  if (match.headers !== undefined || match.query !== undefined) return false;
  if (pathShape(match.path) === pathShape(route.match.path)) return false;
  const hosts = match.hosts ?? route.match.hosts ?? [];
  if (!(route.match.hosts ?? []).every((host) => hosts.includes(host))) return false;
  if (match.hosts !== undefined && route.match.hosts === undefined) return false;
  return coversPath(match.path.split('/'), route.match.path.split('/'));
}

function coversPath(wide: readonly string[], narrow: readonly string[]): boolean {
  const rest = wide.at(-1)?.endsWith('*}') === true;
  if (!rest && (wide.length !== narrow.length || narrow.at(-1)?.endsWith('*}') === true)) return false;
  if (rest && narrow.length < wide.length) return false;
  const named = rest ? wide.slice(0, -1) : wide;
  return named.every(
    (segment, index) => segment === narrow[index] || (segment.startsWith('{') && narrow[index] !== ''),
  );
}

/** As the gateway looks for them: what names a segment before what takes any, and that before what takes the rest. */
function bySpecificity(one: RouteConfiguration, other: RouteConfiguration): number {
  const [first, second] = [one, other].map(({ match }) => match.path.split('/').map(rank));
  const at = (first ?? []).findIndex((each, index) => each !== second?.[index]);
  return at === -1 ? 0 : (first?.[at] ?? 0) - (second?.[at] ?? 0);
}

function rank(segment: string): number {
  if (!segment.startsWith('{')) return 0;
  return segment.endsWith('*}') ? 2 : 1;
}

function isFree({ kind, limit, concurrency, networks }: RouteConfiguration): boolean {
  return kind === 'public' && limit.length === 0 && concurrency === undefined && networks === undefined;
}

function shadowed(
  path: Finding['path'],
  { match, id }: RouteConfiguration,
  other: RouteConfiguration,
): Finding {
  return {
    path,
    atKey: false,
    actual: `HEAD ${match.path} of route \`${id}\`, which no request could reach: its GETs are those of route \`${other.id}\`, which asks for something else`,
    expected: 'HEAD in the route of GET, or in one that asks for the same',
    fix: `Move HEAD to the methods of route \`${other.id}\`, or give \`${id}\` its GETs as well.`,
  };
}
