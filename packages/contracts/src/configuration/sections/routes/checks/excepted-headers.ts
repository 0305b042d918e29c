import { type Check, check } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { showValue } from '../../../problems/show-value.ts';
import { routesSchema } from '../schema.ts';
import type { ProtectedRoute, RouteConfiguration } from '../type.ts';
import { type PlacedRoute, placed } from './placed-route.ts';

/** A header that some route fills from a token may come from no client, on whichever route. */
export const exceptedHeaders: Check = check({ routes: routesSchema }, ({ routes }) =>
  filledHeaders(placed(routes)),
);

function filledHeaders(routes: readonly PlacedRoute[]): readonly Finding[] {
  const filledBy = new Map(
    routes.flatMap(({ route }) =>
      route.kind === 'public' ? [] : filled(route.context).map((name) => [name, route.id] as const),
    ),
  );
  return routes.flatMap(({ route, path }) => {
    const excepted = (route.dangerouslyAllowIdentityHeaders ?? []).map(
      (name, index) => [name, [...path, 'dangerouslyAllowIdentityHeaders', index]] as const,
    );
    return [...excepted, ...transformed(route, path)].flatMap(([name, at]) => {
      const filler = filledBy.get(name);
      return filler === undefined ? [] : [filledHeader(at, name, filler)];
    });
  });
}

function filled({ headers, token }: ProtectedRoute['context']): readonly string[] {
  return [...Object.keys(headers), ...(token === undefined ? [] : [token.header])];
}

function transformed(
  { transform }: RouteConfiguration,
  path: Finding['path'],
): (readonly [name: string, at: Finding['path']])[] {
  const { set = {}, add = {}, remove = [] } = transform?.headers ?? {};
  const at = [...path, 'transform', 'headers'];
  return [
    ...Object.keys(set).map((name) => [name, [...at, 'set', name]] as const),
    ...Object.keys(add).map((name) => [name, [...at, 'add', name]] as const),
    ...remove.map((name, index) => [name, [...at, 'remove', index]] as const),
  ];
}

function filledHeader(path: Finding['path'], name: string, filler: string): Finding {
  return {
    path,
    atKey: false,
    actual: `${showValue(name)}, which route \`${filler}\` fills from the token`,
    expected: 'headers that no route has in `context`: from those an upstream learns who calls',
    fix: 'Remove it here, or give the claim a header of another name.',
  };
}
