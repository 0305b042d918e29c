import type { Configuration } from '../configuration.ts';
import { isDocument } from './gateway-part.ts';
import { sameValue } from './same-value.ts';

/** More than these are counted, not told. */
const mostChanges = 200;
/** Of an entry. */
const mostKeys = 12;

/** A route that lets everyone in where a token or an API key was asked for. */
export interface OpenedRoute {
  readonly route: string;
  /** Whose requests it takes; undefined where there are too many routes to tell. */
  readonly guarded: string | undefined;
}

type Named = Readonly<Record<string, unknown>>;

/**
 * What gateways would do otherwise, in words: by the names of things and the keys that differ, without values, which
 * may be long or nobody's business.
 */
export function tellChanges(
  before: Configuration,
  after: Configuration,
  opened: readonly OpenedRoute[],
): readonly string[] {
  const routes = [routesOf(before), routesOf(after)] as const;
  const changes = [
    ...opened.map(openingOf),
    ...entries('route', ...routes),
    ...entries('upstream', before.upstreams, after.upstreams),
    ...entries('issuer', before.issuers, after.issuers),
    ...entries('service', before.services, after.services),
    ...entries('model', before.llm.models, after.llm.models),
    ...entries('provider', before.llm.providers, after.llm.providers),
    ...of('gateway', before.gateway, after.gateway),
  ];
  const more = changes.length - mostChanges;
  return more <= 0 ? changes : [...changes.slice(0, mostChanges), `and ${more} more`];
}

/** Said first, and loudly: what a mistake costs most. */
function openingOf({ route, guarded }: OpenedRoute): string {
  const those =
    guarded === undefined || guarded === route ? '' : `, with requests that route ${guarded} guarded`;
  return `route ${route}: OPEN TO EVERYONE from now on${those}`;
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
