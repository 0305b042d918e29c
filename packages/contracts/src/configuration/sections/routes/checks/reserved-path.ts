import { contextToken } from '../../../../context-tokens/context-token.ts';
import { type Check, check } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { routesSchema } from '../schema.ts';
import { placed } from './placed-route.ts';

/** Whoever published other keys there could make context tokens that upstreams believe. */
export const reservedPath: Check = check({ routes: routesSchema }, ({ routes }) =>
  placed(routes).flatMap(({ route, path }) =>
    route.match.path.toLowerCase().startsWith(folder) ? [reserved([...path, 'match', 'path'])] : [],
  ),
);

const folder = contextToken.keysPath.slice(0, contextToken.keysPath.lastIndexOf('/') + 1);

function reserved(path: Finding['path']): Finding {
  return {
    path,
    atKey: false,
    actual: `a path below \`${folder}\``,
    expected: 'another path: there the gateway publishes the keys of its context tokens',
    fix: 'Choose another path.',
  };
}
