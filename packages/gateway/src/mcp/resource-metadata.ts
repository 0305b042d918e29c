import type { RouteConfiguration } from '@signet/contracts';
import type { OwnAnswer } from '../answers/own-answer.ts';
import type { CompiledRoute, OpenRoute } from '../snapshot/compiled-route.ts';
import { type ProtectedResource, wellKnown } from './protected-resource.ts';

type Match = RouteConfiguration['match'];

/** The routes at which clients without a token read who gives them one, before anything else takes their paths. */
export function metadataRoutes(
  routes: readonly (readonly [Match, CompiledRoute])[],
): readonly (readonly [Match, OpenRoute])[] {
  const seen = new Set<string>();
  return routes.flatMap(([match, route]) => {
    if (route.kind !== 'protected' || route.mcp === undefined) return [];
    const own = {
      ...{ methods: ['GET', 'HEAD'], path: wellKnown + match.path },
      ...(match.hosts === undefined ? {} : { hosts: match.hosts }),
    };
    const words = JSON.stringify([own.path, match.hosts]);
    if (seen.has(words)) return [];
    seen.add(words);
    const asked = route.introspects === undefined ? [] : [route.introspects.policy.issuer];
    const document = metadataOf(route.mcp.resource, [...route.accepts.keys(), ...asked]);
    return [[own, routeOf(`signet:resource:${route.id}`, own.path, document)] as const];
  });
}

/** RFC 9728 §2. */
function metadataOf({ url, scope }: ProtectedResource, issuers: readonly string[]): Buffer {
  return Buffer.from(
    JSON.stringify({
      resource: url,
      authorization_servers: issuers,
      bearer_methods_supported: ['header'],
      ...(scope === '' ? {} : { scopes_supported: scope.split(' ') }),
    }),
  );
}

function routeOf(id: string, pattern: string, body: Buffer): OpenRoute {
  const headers = [
    ...['content-type', 'application/json', 'cache-control', 'public, max-age=300'],
    // Clients in pages of any origin look for it, and it is the same for all.
    ...['access-control-allow-origin', '*', 'content-length', String(body.length)],
  ];
  const answer: OwnAnswer = Object.freeze({ status: 200, headers: () => headers, body });
  return Object.freeze({
    ...{ kind: 'public' as const, id, pattern, upstream: '', answer, demands: id },
    ...{ split: undefined, llm: undefined, mcp: undefined, rules: undefined, transform: undefined },
    spending: undefined,
    ...{ check: undefined, cache: undefined, compression: undefined, request: undefined },
    ...{ changesKept: false, strip: 0, websocket: false, admits: undefined, contextToken: undefined },
    ...{ limits: [], concurrency: [], quotas: [], excepted: new Set<string>(), ownKeys: false },
  });
}
