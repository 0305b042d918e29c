import { type Check, check } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { showValue } from '../../../problems/show-value.ts';
import { routesSchema } from '../schema.ts';
import { type PlacedRoute, placed } from './placed-route.ts';

/** A header that some route fills from a token may come from no client, on whichever route. */
export const exceptedHeaders: Check = check({ routes: routesSchema }, ({ routes }) =>
  filledHeaders(placed(routes)),
);

function filledHeaders(routes: readonly PlacedRoute[]): readonly Finding[] {
  const filledBy = new Map(
    routes.flatMap(({ route }) =>
      route.kind === 'public'
        ? []
        : Object.keys(route.context.headers).map((name) => [name, route.id] as const),
    ),
  );
  return routes.flatMap(({ route, path }) =>
    (route.dangerouslyAllowIdentityHeaders ?? []).flatMap((name, index) => {
      const filler = filledBy.get(name);
      const at = [...path, 'dangerouslyAllowIdentityHeaders', index];
      return filler === undefined ? [] : [filledHeader(at, name, filler)];
    }),
  );
}

function filledHeader(path: Finding['path'], name: string, filler: string): Finding {
  return {
    path,
    atKey: false,
    actual: `${showValue(name)}, which route \`${filler}\` fills from the token`,
    expected: 'headers that no route has in `context.headers`: from those an upstream learns who calls',
    fix: 'Remove it here, or give the claim a header of another name.',
  };
}
