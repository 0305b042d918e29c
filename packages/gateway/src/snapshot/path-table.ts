import Router from 'find-my-way';
import type { CompiledRoute } from './compiled-route.ts';

/** Which requests a route takes. */
export interface Entry {
  /** `anyHost`, or a host's name. */
  readonly host: string;
  readonly method: string;
  readonly pattern: string;
}

type PathRouter = Router.Instance<Router.HTTPVersion.V1>;
type Routers = Map<string, PathRouter>;

const longestParameter = 64 * 1024;

export const anyHost = '*';

/** Routes by method, host and path. Those that name the request's host come before those for any host. */
export class PathTable {
  readonly #routers: Routers = new Map();
  /** For paths with a slash at the end, which a parameter must not take: find-my-way lets it be empty. */
  readonly #slashed: Routers = new Map();

  /** @throws Error when there is a route for these requests. */
  add({ host, method, pattern }: Entry, route: CompiledRoute): void {
    const tables = /[^*]\}$/.test(pattern) ? [this.#routers] : [this.#routers, this.#slashed];
    for (const routers of tables)
      routerOf(host, routers).on(method as Router.HTTPMethod, routerPattern(pattern), unused, route);
  }

  find(method: string, path: string, host: string): CompiledRoute | undefined {
    return this.findAt(host, method, path) ?? this.findAt(anyHost, method, path);
  }

  /** Among the routes for this host alone. */
  findAt(host: string, method: string, path: string): CompiledRoute | undefined {
    const routers = path.endsWith('/') ? this.#slashed : this.#routers;
    const found = routers.get(host)?.find(method as Router.HTTPMethod, routerSpelling(path));
    return found?.store as CompiledRoute | undefined;
  }
}

function routerOf(host: string, routers: Routers): PathRouter {
  const existing = routers.get(host);
  if (existing !== undefined) return existing;
  const router = Router({ caseSensitive: true, maxParamLength: longestParameter });
  routers.set(host, router);
  return router;
}

/** `/orders/{id}/{rest*}` → `/orders/:id/*`, as find-my-way writes it. */
function routerPattern(pattern: string): string {
  return pattern.split('/').map(routerSegment).join('/');
}

function routerSegment(segment: string): string {
  if (segment.startsWith('{')) return segment.endsWith('*}') ? '*' : `:${segment.slice(1, -1)}`;
  return routerSpelling(segment);
}

const meansMoreToRouter = /[%*:]/;

/**
 * find-my-way would undo escapes, and has no way to write `*` for itself: these characters are replaced, in patterns
 * and paths alike, by three that no canonical path has.
 */
function routerSpelling(path: string): string {
  if (!meansMoreToRouter.test(path)) return path;
  return path.replaceAll('%', '^').replaceAll('*', '|').replaceAll(':', '"');
}

/** The router wants a handler for each route; ours is to look up, not to be called. */
function unused(): void {}
