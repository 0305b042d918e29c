import type { Configuration } from '../configuration.ts';
import { isDocument } from './gateway-part.ts';
import { sameValue } from './same-value.ts';

/** More than these are counted, not told. */
const mostChanges = 200;
/** Of an entry. */
const mostKeys = 12;

type Named = Readonly<Record<string, unknown>>;

/**
 * What gateways would do otherwise, in words: by the names of things and the keys that differ, without values, which
 * may be long or nobody's business.
 */
export function tellChanges(before: Configuration, after: Configuration): readonly string[] {
  const routes = [routesOf(before), routesOf(after)] as const;
  const changes = [
    ...openings(before, after),
    ...entries('route', ...routes),
    ...entries('upstream', before.upstreams, after.upstreams),
    ...entries('issuer', before.issuers, after.issuers),
    ...entries('service', before.services, after.services),
    ...of('gateway', before.gateway, after.gateway),
  ];
  const more = changes.length - mostChanges;
  return more <= 0 ? changes : [...changes.slice(0, mostChanges), `and ${more} more`];
}

/** Said first, and loudly: what a mistake costs most. */
function openings(before: Configuration, after: Configuration): readonly string[] {
  const guarded = new Set(before.routes.filter((route) => !isOpen(route)).map(({ id }) => id));
  return after.routes
    .filter((route) => isOpen(route) && guarded.has(route.id))
    .map(({ id }) => `route ${id}: OPEN TO EVERYONE from now on`);
}

function isOpen(route: Configuration['routes'][number]): boolean {
  return route.kind === 'public' || route.auth.optional === true;
}

function routesOf({ routes }: Configuration): Named {
  return Object.fromEntries(routes.map((route) => [route.id, route]));
}

function entries(kind: string, before: Named, after: Named): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    if (!Object.hasOwn(before, name)) return [`${kind} ${name}: added`];
    if (!Object.hasOwn(after, name)) return [`${kind} ${name}: removed`];
    return of(`${kind} ${name}`, before[name], after[name]);
  });
}

function of(what: string, before: unknown, after: unknown): readonly string[] {
  const keys = differences(before, after, 2);
  if (keys.length === 0) return [];
  const more = keys.length - mostKeys;
  const told = more <= 0 ? keys : [...keys.slice(0, mostKeys), `${more} more`];
  return [`${what}: ${told.join(', ')} changed`];
}

/** Keys by path, so deep at most. */
function differences(before: unknown, after: unknown, depth: number): readonly string[] {
  if (sameValue(before, after)) return [];
  if (depth === 0 || !isDocument(before) || !isDocument(after)) return [''];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) =>
    differences(before[name], after[name], depth - 1).map((key) => (key === '' ? name : `${name}.${key}`)),
  );
}
