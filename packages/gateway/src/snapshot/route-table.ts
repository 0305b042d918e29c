import {
  type CanonicalPath,
  lenientPattern,
  lenientReading,
  type RouteConfiguration,
} from '@signet/contracts';
import { anyHost, type Entry, PathTable } from './path-table.ts';
import type { CompiledRoute } from './snapshot.ts';

type Match = RouteConfiguration['match'];

/** Finds the route of a request. */
export class RouteTable {
  readonly #exact = new PathTable();
  /** The same routes with the paths that a lenient server would compare. */
  readonly #lenient = new PathTable();
  /** Only a path that is read otherwise than it is written can have a rival: the usual case. */
  readonly #plain: boolean;
  readonly #methods: readonly string[];

  /** @throws Error when two routes take the same requests, or are read alike and ask different things. */
  constructor(routes: readonly (readonly [Match, CompiledRoute])[]) {
    const entries = routes.flatMap(([match, route]) => entriesOf(match, route));
    for (const [entry, route] of entries) this.#add(entry, route);
    const roots = entries.flatMap(([entry, route]) => rootOf(entry, route));
    for (const [root, route] of roots) this.#addRoot(root, route);
    this.#plain =
      routes.every(([{ path }]) => lenientPattern(path) === path) &&
      roots.every(([root, route]) => this.#isClear(root, route));
    this.#methods = [...new Set(routes.flatMap(([{ methods }]) => methods))];
  }

  find(method: string, path: CanonicalPath, host: string): CompiledRoute | undefined {
    return this.#exact.find(method, path, host);
  }

  /**
   * The route that a server which overlooks how a path is spelled would take in place of `found`, if it asks for
   * anything else: then what is authorised would not be what is served.
   */
  rivalOf(
    found: CompiledRoute,
    method: string,
    path: CanonicalPath,
    host: string,
  ): CompiledRoute | undefined {
    const reading = lenientReading(path);
    if (this.#plain && reading === path) return undefined;
    const other = this.#lenient.find(method, reading, host);
    return other?.demands === found.demands ? undefined : other;
  }

  /** The methods that some route accepts for this path. */
  methodsFor(path: CanonicalPath, host: string): readonly string[] {
    return this.#methods.filter((method) => this.find(method, path, host) !== undefined);
  }

  /** Of routes that are read alike and ask for the same the first stands for all. */
  #add(entry: Entry, route: CompiledRoute): void {
    this.#exact.add(entry, route);
    const lenient = { ...entry, pattern: lenientPattern(entry.pattern) };
    if (this.#lenient.at(lenient)?.demands !== route.demands) this.#lenient.add(lenient, route);
  }

  #addRoot(root: Entry, route: CompiledRoute): void {
    if (this.#lenient.at(root) === undefined) this.#lenient.add(root, route);
  }

  /** No route that asks for anything else takes the root. */
  #isClear({ method, pattern, host }: Entry, route: CompiledRoute): boolean {
    if (pattern.includes('{')) return false;
    const found = this.#exact.find(method, pattern, host);
    return found === undefined || found.demands === route.demands;
  }
}

function entriesOf(
  { hosts = [anyHost], methods, path }: Match,
  route: CompiledRoute,
): (readonly [Entry, CompiledRoute])[] {
  return hosts.flatMap((host) => methods.map((method) => [{ host, method, pattern: path }, route] as const));
}

/** To a server that overlooks a slash at the end, `/files` is what `/files/{rest*}` takes as `/files/`. */
function rootOf(entry: Entry, route: CompiledRoute): (readonly [Entry, CompiledRoute])[] {
  const pattern = lenientPattern(entry.pattern).replace(/\/\{[^}]*\*\}$/, '');
  const isRest = entry.pattern.endsWith('*}');
  return isRest && pattern !== '' ? [[{ ...entry, pattern }, route]] : [];
}
