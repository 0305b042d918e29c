import type { Configuration, ProtectedRoute, RouteConfiguration } from '../configuration.ts';
import type { Finding } from '../problems/configuration-problem.ts';
import type { PlacedRoute } from './placed-route.ts';

type Audiences = Pick<Configuration, 'identity' | 'issuers'>;

/**
 * A route without an audience takes those of its issuers. RFC 9068 §4 and RFC 8725 §3.9: an access token whose
 * audience nobody checks was made for somebody else.
 */
export function withAudience(route: RouteConfiguration, from: Audiences): RouteConfiguration {
  if (route.kind === 'public' || route.auth.audience.length > 0) return route;
  return { ...route, auth: { ...route.auth, audience: audiencesOf(route, from) } };
}

/** Protected routes for which neither the route nor its issuers say an audience. */
export function checkAudiences(routes: readonly PlacedRoute[], from: Audiences): readonly Finding[] {
  return routes.flatMap(({ route, path }) => {
    if (route.kind === 'public' || !knowsAll(route, from)) return [];
    const { auth } = withAudience(route, from) as ProtectedRoute;
    return auth.audience.length > 0 ? [] : [missingAudience([...path, 'auth'])];
  });
}

/** An issuer that does not exist, or has problems itself, is reported elsewhere. */
function knowsAll({ auth }: ProtectedRoute, { issuers }: Audiences): boolean {
  return auth.issuers.every((name) => Object.hasOwn(issuers, name));
}

function audiencesOf({ auth }: ProtectedRoute, { identity, issuers }: Audiences): readonly string[] {
  const all = auth.issuers.flatMap((name) => {
    const issuer = issuers[name];
    if (issuer?.kind === 'self') return identity.audiences;
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
