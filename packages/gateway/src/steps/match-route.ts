import { type CanonicalPath, canonicalPath } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { RouteTable } from '../snapshot/route-table.ts';
import type { CompiledRoute } from '../snapshot/snapshot.ts';
import type { Matched } from './passage.ts';

/** Finds the route. The path it decides on is the path that is forwarded, and no server may read another route in it. */
export function matchRoute(head: RequestHead, routes: RouteTable): Matched | Denial {
  const path = canonicalPath(head.rawPath);
  if (typeof path !== 'string') return crooked(path.found);
  const route = routes.find(head.method, path, head.host);
  if (route === undefined) return unmatched(head, path, routes);
  const rival = routes.rivalOf(route, head.method, path, head.host);
  return rival === undefined ? ({ route, path } as Matched) : misspelt(route, rival);
}

function crooked(found: string): Denial {
  return new Denial('match-route', {
    code: 'path_not_canonical',
    sentence: 'The path could lead to different places on different servers.',
    expected: 'a path that can be written in one way only',
    actual: found,
    fix: 'Send the path without empty, dotted or doubly escaped parts.',
    rule: 'RFC 3986 §6.2.2',
  });
}

function misspelt(route: CompiledRoute, rival: CompiledRoute): Denial {
  const refusal = {
    code: 'path_not_canonical' as const,
    sentence: 'The path could lead to different places on different servers.',
    expected: 'a path that no server takes for that of another route',
    actual: 'other capitals, a slash at the end or another spelling of such a path',
    fix: 'Send the path in the spelling of the API’s documentation.',
    rule: 'RFC 3986 §6.2',
  };
  const note = `The path is that of route ${route.id}, and servers that overlook spelling take it for that of route ${rival.id}`;
  return new Denial('match-route', refusal, { note });
}

function unmatched({ method, host }: RequestHead, path: CanonicalPath, routes: RouteTable): Denial {
  const methods = routes.methodsFor(path, host);
  return methods.length === 0 ? notFound() : notAllowed(method, methods.join(', '));
}

function notFound(): Denial {
  return new Denial('match-route', {
    code: 'route_not_found',
    sentence: 'This gateway has no route for the path.',
    expected: 'the path of a route',
    fix: 'Compare the path, and the host, with the routes of the configuration.',
    rule: 'RFC 9110 §15.5.5',
  });
}

function notAllowed(method: string, allowed: string): Denial {
  const refusal = {
    code: 'method_not_allowed' as const,
    sentence: 'The path exists, but not for this method.',
    expected: allowed,
    actual: method,
    fix: 'Use one of the allowed methods.',
    rule: 'RFC 9110 §15.5.6',
  };
  return new Denial('match-route', refusal, { headers: ['allow', allowed] });
}
