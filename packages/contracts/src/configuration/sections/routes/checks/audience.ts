import { type Check, type Completion, check, completion, type Needed } from '../../../check.ts';
import type { Finding } from '../../../problems/configuration-problem.ts';
import { identitySchema } from '../../identity/schema.ts';
import { issuersSchema } from '../../issuers/schema.ts';
import { routesSchema } from '../schema.ts';
import type { AcceptedIssuer, RouteConfiguration, RoutesConfiguration } from '../type.ts';
import { type PlacedRoute, placed } from './placed-route.ts';

const sources = { identity: identitySchema, issuers: issuersSchema };

type Audiences = Needed<typeof sources>;

/**
 * A route without an audience takes from each of its issuers what is made for that issuer's own. RFC 9068 §4 and
 * RFC 8725 §3.9: an access token whose audience nobody checks was made for somebody else; and so was one that is made for
 * the audience of another issuer, which this one has no business with.
 */
function withAudience(route: RouteConfiguration, from: Audiences): RouteConfiguration {
  if (route.kind === 'public') return route;
  const accepts = route.auth.accepts.map((accepted) => paired(accepted, from));
  return { ...route, auth: { ...route.auth, accepts } };
}

export const audiences: Completion<RoutesConfiguration> = completion(sources, (routes, from) =>
  routes.map((route) => withAudience(route, from)),
);

/** Issuers of protected routes for whose tokens neither the route nor they themselves say an audience. */
export const missingAudiences: Check = check({ routes: routesSchema, ...sources }, ({ routes, ...from }) =>
  placed(routes).flatMap(({ route, path }) => {
    if (route.kind === 'public') return [];
    const bare = route.auth.accepts.filter((accepted) => lacksAudience(accepted, from));
    return bare.length === 0 ? [] : [missingAudience([...path, 'auth'], bare)];
  }),
);

function paired(accepted: AcceptedIssuer, { identity, issuers }: Audiences): AcceptedIssuer {
  if (accepted.audience.length > 0) return accepted;
  const issuer = knows(issuers, accepted) ? issuers.value[accepted.issuer] : undefined;
  if (issuer?.kind === 'self') return { ...accepted, audience: identity.value.audiences };
  return issuer?.audience === undefined ? accepted : { ...accepted, audience: [issuer.audience] };
}

function lacksAudience(accepted: AcceptedIssuer, from: Audiences): boolean {
  return knows(from.issuers, accepted) && paired(accepted, from).audience.length === 0;
}

/** An issuer that does not exist, or has problems itself, is reported elsewhere. */
function knows({ value }: Audiences['issuers'], { issuer }: AcceptedIssuer): boolean {
  return Object.hasOwn(value, issuer);
}

function missingAudience(path: PlacedRoute['path'], bare: readonly AcceptedIssuer[]): Finding {
  const names = bare.map(({ issuer }) => `\`${issuer}\``).join(', ');
  return {
    path,
    atKey: true,
    actual: `no audience for tokens of ${names}, neither here nor there`,
    expected:
      'an `audience` for every issuer of a route: a token made for another API must not open this one',
    fix: 'Add `audience:` here, with the issuer, or in `identity.audiences` for our own tokens.',
  };
}
