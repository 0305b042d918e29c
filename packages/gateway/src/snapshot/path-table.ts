import { pathShape } from '@signet/contracts';
import Router from 'find-my-way';
import type { CompiledRoute } from './compiled-route.ts';
import { RoutePlace } from './route-place.ts';
import { type Selectors, type Told, tellsNothing } from './selectors.ts';

/** Which requests a route takes. */
export interface Entry {
  /** `anyHost`, `*.` and a host’s name, or a host's name. */
  readonly host: string;
  readonly method: string;
  readonly pattern: string;
  readonly selectors: Selectors;
}

type PathRouter = Router.Instance<Router.HTTPVersion.V1>;
type Routers = Map<string, PathRouter>;

const longestParameter = 64 * 1024;

export const anyHost = '*';

/** Routes by method, host and path. Those that name the request's host come before those that name its domain, and these before those for any. */
export class PathTable {
  readonly #routers: Routers = new Map();
  /** For paths with a slash at the end, which a parameter must not take: find-my-way lets it be empty. */
  readonly #slashed: Routers = new Map();
  readonly #places = new Map<string, RoutePlace>();
  readonly #domains = new Set<string>();

  /** @throws Error when there is a route for these requests. */
  add({ host, method, pattern, selectors }: Entry, route: CompiledRoute): void {
    const key = keyOf({ host, method, pattern });
    const existing = this.#places.get(key);
    if (existing !== undefined) {
      existing.add(route, selectors);
      return;
    }
    const place = new RoutePlace();
    place.add(route, selectors);
    this.#places.set(key, place);
    if (host.startsWith('*.')) this.#domains.add(host);
    const tables = /[^*]\}$/.test(pattern) ? [this.#routers] : [this.#routers, this.#slashed];
    for (const routers of tables)
      routerOf(host, routers).on(method as Router.HTTPMethod, routerPattern(pattern), unused, place);
  }

  /** Whose name stands for this host, the nearest first: it, its domain where some route names that, and any. */
  levels(host: string): readonly string[] {
    if (this.#domains.size === 0) return [host, anyHost];
    const domain = `*${host.slice(host.indexOf('.'))}`;
    return this.#domains.has(domain) && host.includes('.') ? [host, domain, anyHost] : [host, anyHost];
  }

  /** Where the path is found the search ends: a request that lacks the values its routes ask for has none. */
  find(method: string, path: string, host: string, told: Told = tellsNothing): CompiledRoute | undefined {
    return this.nearest(method, path, host)?.choose(told);
  }

  /** Of the nearest name that stands for the host and has the path. */
  nearest(method: string, path: string, host: string): RoutePlace | undefined {
    if (this.#domains.size === 0)
      return this.placeAt(host, method, path) ?? this.placeAt(anyHost, method, path);
    for (const level of this.levels(host)) {
      const place = this.placeAt(level, method, path);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** There is a route for these requests, whatever values it asks for. */
  has(entry: Omit<Entry, 'selectors'>): boolean {
    return this.#places.has(keyOf(entry));
  }

  /** Among the routes for this name alone. */
  placeAt(host: string, method: string, path: string): RoutePlace | undefined {
    const routers = path.endsWith('/') ? this.#slashed : this.#routers;
    const found = routers.get(host)?.find(method as Router.HTTPMethod, routerSpelling(path));
    return found?.store as RoutePlace | undefined;
  }
}

function keyOf({ host, method, pattern }: Omit<Entry, 'selectors'>): string {
  return `${host} ${method} ${pathShape(pattern)}`;
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
