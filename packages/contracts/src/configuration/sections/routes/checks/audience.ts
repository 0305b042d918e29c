import { type Check, type Completion, check, completion, type Needed } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { identitySchema } from '../../identity/schema.ts';
import { issuersSchema } from '../../issuers/schema.ts';
import { routesSchema } from '../schema.ts';
import type { ProtectedRoute, RouteConfiguration, RoutesConfiguration } from '../type.ts';
import { type PlacedRoute, placed } from './placed-route.ts';

const sources = { identity: identitySchema, issuers: issuersSchema };

type Audiences = Needed<typeof sources>;

/**
 * A route without an audience takes those of its issuers. RFC 9068 §4 and RFC 8725 §3.9: an access token whose
 * audience nobody checks was made for somebody else.
 */
function withAudience(route: RouteConfiguration, from: Audiences): RouteConfiguration {
  if (route.kind === 'public' || route.auth.audience.length > 0) return route;
  return { ...route, auth: { ...route.auth, audience: audiencesOf(route, from) } };
}

export const audiences: Completion<RoutesConfiguration> = completion(sources, (routes, from) =>
  routes.map((route) => withAudience(route, from)),
);

/** Protected routes for which neither the route nor its issuers say an audience. */
export const missingAudiences: Check = check({ routes: routesSchema, ...sources }, ({ routes, ...from }) =>
  placed(routes).flatMap(({ route, path }) => {
    if (route.kind === 'public' || !knowsAll(route, from)) return [];
    const { auth } = withAudience(route, from) as ProtectedRoute;
    return auth.audience.length > 0 ? [] : [missingAudience([...path, 'auth'])];
  }),
);

/** An issuer that does not exist, or has problems itself, is reported elsewhere. */
function knowsAll({ auth }: ProtectedRoute, { issuers }: Audiences): boolean {
  return auth.issuers.every((name) => Object.hasOwn(issuers.value, name));
}

function audiencesOf({ auth }: ProtectedRoute, { identity, issuers }: Audiences): readonly string[] {
  const all = auth.issuers.flatMap((name) => {
    const issuer = issuers.value[name];
    if (issuer?.kind === 'self') return identity.value.audiences;
    return issuer?.audience ?? [];
  });
  return [...new Set(all)];
}

function missingAudience(path: PlacedRoute['path']): Finding {
  return {
    path,
    atKey: true,
    actual: 'no audience, neither here nor with the issuers',
    expected:
      'an `audience` for every route with `auth`: a token made for another API must not open this one',
    fix: 'Add `audience:` here, with the issuer, or in `identity.audiences` for our own tokens.',
  };
}
