import type { RouteConfiguration } from '@signet/contracts';
import Router from 'find-my-way';
import type { CanonicalPath } from '../request/canonical-path.ts';
import type { CompiledRoute } from './snapshot.ts';

const longestParameter = 64 * 1024;
const anyHost = '*';

/** Finds the route of a request. Routes that name the request's host come before those for any host. */
export class RouteTable {
  readonly #routers = new Map<string, Router.Instance<Router.HTTPVersion.V1>>();
  readonly #methods: readonly Router.HTTPMethod[];

  /** @throws Error when two routes take the same requests. */
  constructor(routes: readonly (readonly [RouteConfiguration['match'], CompiledRoute])[]) {
    for (const [match, route] of routes) this.#add(match, route);
    this.#methods = [...new Set(routes.flatMap(([{ methods }]) => methods))] as Router.HTTPMethod[];
  }

  find(method: string, path: CanonicalPath, host: string): CompiledRoute | undefined {
    return this.#findIn(host, method, path) ?? this.#findIn(anyHost, method, path);
  }

  /** The methods that some route accepts for this path. */
  methodsFor(path: CanonicalPath, host: string): readonly string[] {
    return this.#methods.filter((method) => this.find(method, path, host) !== undefined);
  }

  #findIn(host: string, method: string, path: CanonicalPath): CompiledRoute | undefined {
    const found = this.#routers.get(host)?.find(method as Router.HTTPMethod, path);
    return found?.store as CompiledRoute | undefined;
  }

  #add({ hosts = [anyHost], methods, path }: RouteConfiguration['match'], route: CompiledRoute): void {
    for (const host of hosts) {
      this.#router(host).on(methods as Router.HTTPMethod[], routerPattern(path), unused, route);
    }
  }

  #router(host: string): Router.Instance<Router.HTTPVersion.V1> {
    const existing = this.#routers.get(host);
    if (existing !== undefined) return existing;
    const router = Router({ caseSensitive: true, maxParamLength: longestParameter });
    this.#routers.set(host, router);
    return router;
  }
}

/** `/orders/{id}/{rest*}` → `/orders/:id/*`, as find-my-way writes it. */
function routerPattern(path: string): string {
  return path.replace(/\{[^}]*\*\}$/, '*').replace(/\{([^}]*)\}/g, ':$1');
}

/** The router wants a handler for each route; ours is to look up, not to be called. */
function unused(): void {}
