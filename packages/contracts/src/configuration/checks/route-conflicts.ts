import type { Finding } from '../problems/configuration-problem.ts';
import { showValue } from '../problems/show-value.ts';
import { pathShape } from '../schema/path-pattern.ts';
import type { PlacedRoute } from './placed-route.ts';

/** Two routes of one name, or two that would take the same request: which one wins must never be a guess. */
export function checkConflicts(routes: readonly PlacedRoute[]): readonly Finding[] {
  return [...checkIds(routes), ...checkMatches(routes)];
}

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
  const taken = new Map<string, string>();
  return routes.flatMap((placed) => {
    const { route, path } = placed;
    const clash = matchKeys(placed).find((key) => taken.has(key));
    for (const key of matchKeys(placed)) if (!taken.has(key)) taken.set(key, route.id);
    return clash === undefined ? [] : [sameMatch(path, clash, taken.get(clash) ?? '')];
  });
}

/** One key for each host and method: equal keys are the same requests, whatever the parameters are called. */
function matchKeys({ route: { match } }: PlacedRoute): readonly string[] {
  const hosts = match.hosts ?? ['any host'];
  return hosts.flatMap((host) =>
    match.methods.map((method) => `${method} ${pathShape(match.path)} (${host})`),
  );
}

function sameMatch(path: PlacedRoute['path'], key: string, other: string): Finding {
  return {
    path: [...path, 'match', 'path'],
    atKey: false,
    actual: `${key}, which route \`${other}\` takes already`,
    expected: 'one route for a method, path and host',
    fix: 'Change the path or the methods of one of them, or merge the two routes.',
  };
}
