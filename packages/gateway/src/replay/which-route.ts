import {
  type CanonicalPath,
  canonicalPath,
  type DecisionRecord,
  type RouteConfiguration,
} from '@signet/contracts';
import type { CompiledRoute } from '../snapshot/compiled-route.ts';
import { takes } from '../snapshot/route-table.ts';
import { type Held, type Replayed, refusedWith, unknown } from './replayed.ts';

/** The route of the draft, or what comes of there being none or no way to tell. */
export function whichRoute(
  record: DecisionRecord,
  draft: Held,
  before: Held | undefined,
): CompiledRoute | Replayed {
  const path = canonicalPath(record.path);
  if (typeof path !== 'string') return refusedWith('path_not_canonical');
  const { method } = record;
  const selective = selectiveRoutes(draft, path, method);
  const { routes } = draft.snapshot;
  if (selective.length > 0) return sameOne(record, draft, before, selective, path);
  const found = routes.find(method, path, '');
  if (found === undefined) {
    return refusedWith(routes.methodsFor(path, '').length === 0 ? 'route_not_found' : 'method_not_allowed');
  }
  const rival = routes.rivalOf(found, method, path, '');
  return rival === undefined ? found : refusedWith('path_not_canonical');
}

/** Routes of this path that hosts, headers or query choose, none of which stands in a record. */
function selectiveRoutes(
  { configuration }: Held,
  path: CanonicalPath,
  method: string,
): readonly RouteConfiguration[] {
  return configuration.routes.filter(
    ({ match }) =>
      (match.hosts !== undefined || match.headers !== undefined || match.query !== undefined) &&
      match.methods.includes(method) &&
      takes(match.path, path),
  );
}

/** Where all that is chosen among is told apart as before, the draft chooses as before. */
function sameOne(
  { route: chosen, method }: DecisionRecord,
  draft: Held,
  before: Held | undefined,
  selective: readonly RouteConfiguration[],
  path: CanonicalPath,
): CompiledRoute | Replayed {
  const cannot = unknown('host, headers and query, by which routes of its path are told apart');
  if (before === undefined || chosen === undefined) return cannot;
  const earlier = selectiveRoutes(before, path, method);
  const isAsBefore =
    matches(selective) === matches(earlier) && matches(plain(draft, path)) === matches(plain(before, path));
  const same = draft.snapshot.routes.byId(chosen);
  return isAsBefore && same !== undefined ? same : cannot;
}

function plain({ configuration }: Held, path: CanonicalPath): readonly RouteConfiguration[] {
  return configuration.routes.filter(({ match }) => takes(match.path, path));
}

function matches(routes: readonly RouteConfiguration[]): string {
  return JSON.stringify(routes.map(({ id, match }) => [id, match]).sort());
}
