import { contextToken, type RouteConfiguration } from '@signet/contracts';
import type { OwnAnswer } from '../answers/own-answer.ts';
import type { OpenRoute } from '../snapshot/compiled-route.ts';
import type { ContextKeys } from './context-keys.ts';

type Match = RouteConfiguration['match'];

/** No route of a configuration can be called so. */
const id = 'signet:context-keys';

const published: OwnAnswer = Object.freeze({
  status: 200,
  headers: () => ['content-type', 'application/jwk-set+json', 'cache-control', 'public, max-age=300'],
  body: undefined,
  content: (keys: Pick<ContextKeys, 'published'>) => keys.published(),
});

const keysRoute: OpenRoute = Object.freeze({
  kind: 'public',
  id,
  pattern: contextToken.keysPath,
  upstream: '',
  split: undefined,
  llm: undefined,
  spending: undefined,
  mcp: undefined,
  answer: published,
  rules: undefined,
  transform: undefined,
  check: undefined,
  cache: undefined,
  compression: undefined,
  request: undefined,
  changesKept: false,
  strip: 0,
  demands: id,
  limits: [],
  websocket: false,
  concurrency: [],
  quotas: [],
  admits: undefined,
  excepted: new Set<string>(),
  contextToken: undefined,
  ownKeys: true,
});

/**
 * The route that publishes the keys of context tokens, where any route makes such. It takes its path for each host that has routes
 * of its own too, before those: keys of anybody else could sign in the name of the gateway.
 */
export function keysRoutes(routes: readonly RouteConfiguration[]): readonly (readonly [Match, OpenRoute])[] {
  if (!routes.some(makesTokens)) return [];
  const match = { methods: ['GET', 'HEAD'], path: contextToken.keysPath };
  const hosts = [...new Set(routes.flatMap((route) => route.match.hosts ?? []))];
  return [[match, keysRoute], ...(hosts.length === 0 ? [] : [[{ ...match, hosts }, keysRoute] as const])];
}

function makesTokens(route: RouteConfiguration): boolean {
  return route.kind === 'protected' && route.context.token !== undefined;
}
