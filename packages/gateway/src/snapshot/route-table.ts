import {
  type CanonicalPath,
  isReadAsWritten,
  lenientPattern,
  lenientSegments,
  pathsWithin,
  type RouteConfiguration,
} from '@signet/contracts';
import type { CompiledRoute } from './compiled-route.ts';
import { type LenientMatch, LenientTable } from './lenient-table.ts';
import { anyHost, type Entry, PathTable } from './path-table.ts';
import { type Selectors, selectorsOf, type Told, tellsNothing } from './selectors.ts';

type Match = RouteConfiguration['match'];

/** Finds the route of a request. */
export class RouteTable {
  readonly #exact = new PathTable();
  readonly #lenient = new LenientTable();
  /** Every pattern is read as it is written, the usual case: a path that is so too can have a rival only at a root. */
  readonly #plain: boolean;
  /** Roots that another route takes and that many servers hold for part of this one. */
  readonly #roots = new PathTable();
  readonly #methods: readonly string[];
  readonly #byId: ReadonlyMap<string, CompiledRoute>;

  /** @throws Error when two routes take the same requests. */
  constructor(routes: readonly (readonly [Match, CompiledRoute])[]) {
    const entries = routes.flatMap(([match, route]) => entriesOf(match, route));
    for (const [entry, route] of entries) {
      this.#exact.add(entry, route);
      this.#lenient.add(entry, route);
    }
    for (const [entry, route] of entries) this.#addRoot(entry, route);
    this.#plain = entries.every(([{ pattern }]) => lenientPattern(pattern) === pattern);
    this.#byId = new Map(routes.map(([, route]) => [route.id, route]));
    this.#methods = [...new Set(routes.flatMap(([{ methods }]) => methods))];
  }

  /**
   * Servers answer HEAD by what serves GET (RFC 9110 §9.3.2), so a route takes no HEAD of a path whose GET belongs to a
   * route that asks for anything else.
   */
  find(
    method: string,
    path: CanonicalPath,
    host: string,
    told: Told = tellsNothing,
  ): CompiledRoute | undefined {
    const found = this.#exact.find(method, path, host, told);
    if (method !== 'HEAD' || found === undefined) return found;
    const shown = this.#exact.find('GET', path, host, told);
    return shown !== undefined && matters(shown, found) ? undefined : found;
  }

  /**
   * A route that a server which overlooks how a path is spelled could take in place of `found`, if it asks for
   * anything else: then what is authorised would not be what is served.
   */
  rivalOf(
    found: CompiledRoute,
    method: string,
    path: CanonicalPath,
    host: string,
    told: Told = tellsNothing,
  ): CompiledRoute | undefined {
    const rival = this.#rivalBy(method, found, path, host, told);
    return rival === undefined && method === 'HEAD' ? this.#rivalBy('GET', found, path, host, told) : rival;
  }

  #rivalBy(
    method: string,
    found: CompiledRoute,
    path: CanonicalPath,
    host: string,
    told: Told,
  ): CompiledRoute | undefined {
    if (this.#plain && isReadAsWritten(path) && this.#roots.find(method, path, host) === undefined)
      return undefined;
    for (const within of pathsWithin(path)) {
      const rival = this.#rivalIn(within, found, method, host, told);
      if (rival !== undefined) return rival;
    }
    return undefined;
  }

  #rivalIn(
    path: CanonicalPath,
    found: CompiledRoute,
    method: string,
    host: string,
    told: Told,
  ): CompiledRoute | undefined {
    const taken = this.#exact.find(method, path, host, told);
    if (taken !== undefined && matters(taken, found)) return taken;
    const segments = lenientSegments(path);
    for (const level of this.#exact.levels(host)) {
      const own = newcomerAmong(this.#lenient.matches(level, method, segments), path, found);
      if (own !== undefined) return own;
      if (this.#exact.placeAt(level, method, path) !== undefined) return undefined;
    }
    return undefined;
  }

  byId(id: string): CompiledRoute | undefined {
    return this.#byId.get(id);
  }

  /** The methods that some route accepts for this path. */
  methodsFor(path: CanonicalPath, host: string, told: Told = tellsNothing): readonly string[] {
    return this.#methods.filter((method) => this.find(method, path, host, told) !== undefined);
  }

  /** To many servers `/files/{rest*}` takes `/files` too; that must be nobody else's who asks for something else. */
  #addRoot({ host, method, pattern }: Entry, route: CompiledRoute): void {
    const root = pattern.replace(/\/\{[^}]*\*\}$/, '');
    if (root === pattern || root === '') return;
    const place = this.#exact.nearest(method, root, host);
    const isAlike = place === undefined || (place.only !== undefined && !matters(route, place.only));
    if (!root.includes('{') && isAlike) return;
    // One is enough: what is asked of this table is whether a path is a root.
    const entry = { host, method, pattern: root, selectors: none };
    if (!this.#roots.has(entry)) this.#roots.add(entry, route);
  }
}

const none: Selectors = Object.freeze({ headers: [], query: [] });

/**
 * What a server overlooks makes it take more routes into account, all of these or some; so none that comes in that way
 * may ask for anything else.
 */
function newcomerAmong(
  matches: readonly LenientMatch[],
  path: CanonicalPath,
  found: CompiledRoute,
): CompiledRoute | undefined {
  return matches.find(({ route, pattern }) => matters(route, found) && !takes(pattern, path))?.route;
}

/** Whether a pattern takes a path as it is written. */
export function takes(pattern: string, path: CanonicalPath): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const rest = wanted.at(-1)?.endsWith('*}') === true;
  if (rest ? given.length < wanted.length : given.length !== wanted.length) return false;
  const named = rest ? wanted.slice(0, -1) : wanted;
  return named.every((segment, index) =>
    segment.startsWith('{') ? given[index] !== '' : segment === given[index],
  );
}

/** What everybody may call, as often as they like, may be served to whoever was let through. */
function matters(other: CompiledRoute, found: CompiledRoute): boolean {
  const { kind, limits, concurrency, admits } = other;
  const isFree = kind === 'public' && limits.length === 0 && concurrency.length === 0 && admits === undefined;
  return !isFree && other.demands !== found.demands;
}

function entriesOf(match: Match, route: CompiledRoute): (readonly [Entry, CompiledRoute])[] {
  const { hosts = [anyHost], methods, path: pattern } = match;
  const selectors = selectorsOf(match);
  return hosts.flatMap((host) =>
    methods.map((method) => [{ host, method, pattern, selectors }, route] as const),
  );
}
