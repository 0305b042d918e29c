import { type CanonicalPath, canonicalPath, refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import { ToldApart } from '../request/told-apart.ts';
import type { CompiledRoute } from '../snapshot/compiled-route.ts';
import type { RouteTable } from '../snapshot/route-table.ts';
import type { Told } from '../snapshot/selectors.ts';
import type { Trace } from '../trace.ts';
import type { Matched } from './passage.ts';

/** Finds the route. The path it decides on is the path that is forwarded, and no server may read another route in it. */
export function matchRoute(head: RequestHead, routes: RouteTable, trace: Trace): Matched | Denial {
  const path = canonicalPath(head.rawPath);
  if (typeof path !== 'string') {
    return new Denial('match-route', refusal(`path_not_canonical.${path.found}`));
  }
  const told = new ToldApart(head);
  const route = routes.find(head.method, path, head.host, told);
  if (told.fault !== undefined) return new Denial('match-route', told.fault);
  if (route === undefined) return unmatched(head, path, routes, told);
  const rival = routes.rivalOf(route, head.method, path, head.host, told);
  if (rival !== undefined) return misspelt(route, rival);
  if (head.opensSocket && !route.websocket) return noSockets();
  trace.tell({ step: 'match-route', route, path });
  return { route, path } as Matched;
}

function misspelt(route: CompiledRoute, rival: CompiledRoute): Denial {
  const note = `The path is that of route ${route.id}, and servers that overlook spelling take it for that of route ${rival.id}`;
  return new Denial('match-route', refusal('path_not_canonical.other_route'), { note });
}

function noSockets(): Denial {
  return new Denial('match-route', refusal('upgrade_not_supported.route'), { closes: true });
}

function unmatched(
  { method, host }: RequestHead,
  path: CanonicalPath,
  routes: RouteTable,
  told: Told,
): Denial {
  const methods = routes.methodsFor(path, host, told);
  return methods.length === 0
    ? new Denial('match-route', refusal('route_not_found'))
    : notAllowed(method, methods.join(', '));
}

function notAllowed(method: string, allowed: string): Denial {
  return new Denial('match-route', refusal('method_not_allowed', { method, allowed }), {
    headers: ['allow', allowed],
  });
}
