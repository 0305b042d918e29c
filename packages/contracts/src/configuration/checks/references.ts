import type { Finding } from '../problems/configuration-problem.ts';
import { unknownName } from '../problems/unknown-name.ts';
import { valueAt } from '../problems/value-at.ts';
import type { Path, PlacedRoute } from './placed-route.ts';

/** The names that exist, counting entries that have problems of their own. */
export interface Names {
  readonly issuers: readonly string[];
  readonly services: readonly string[];
  readonly upstreams: readonly string[];
}

/** Reads the names from the document as written. */
export function namesIn(document: unknown): Names {
  const under = (heading: string): readonly string[] => {
    const value = valueAt(document, [heading]);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  };
  return { issuers: under('issuers'), services: under('services'), upstreams: under('upstreams') };
}

/** Every name that a route uses and nothing bears. */
export function checkReferences(
  routes: readonly PlacedRoute[],
  names: Names,
  document: unknown,
): readonly Finding[] {
  return routes.flatMap(({ route, path }) => [
    ...lookUp('upstreams', route.upstream, [...path, 'upstream'], names),
    ...(route.service === undefined ? [] : lookUp('services', route.service, [...path, 'service'], names)),
    ...(route.kind === 'public'
      ? []
      : route.auth.issuers.flatMap((issuer, index) =>
          lookUp('issuers', issuer, issuerPath(path, index, document), names),
        )),
  ]);
}

function lookUp(heading: keyof Names, name: string, path: Path, names: Names): readonly Finding[] {
  return names[heading].includes(name)
    ? []
    : [unknownName({ path, name, existing: names[heading], heading })];
}

/** An issuer can be written in three ways; the problem points at the one that was used. */
function issuerPath(route: Path, index: number, document: unknown): Path {
  if (valueAt(document, [...route, 'auth', 'any']) !== undefined)
    return [...route, 'auth', 'any', index, 'issuer'];
  const single = typeof valueAt(document, [...route, 'auth', 'issuer']) === 'string';
  return [...route, 'auth', 'issuer', ...(single ? [] : [index])];
}
