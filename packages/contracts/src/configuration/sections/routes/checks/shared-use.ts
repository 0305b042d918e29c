import { type Check, check } from '../../../check.ts';
import { routesSchema } from '../schema.ts';
import { placed } from './placed-route.ts';

/** Asked where nodes may share a database and share nothing else: each would take the same token once. */
export const sharedUse: Check = check({ routes: routesSchema }, ({ routes }) =>
  placed(routes).flatMap(({ route, path }) => {
    if (route.kind === 'public' || route.auth.replay === undefined) return [];
    return [
      {
        path: [...path, 'auth', 'replay'],
        atKey: false,
        actual:
          '`DATABASE_URL` without `REDIS_URL`: each node on that database would take the same token once',
        expected: 'a Redis, in which all nodes note the tokens that were used',
        fix: 'Set `REDIS_URL`, or remove `replay`.',
      },
    ];
  }),
);
