import { Denial } from '../denial.ts';
import type { GuardedRoute } from '../snapshot/snapshot.ts';
import type { Active, Authorized } from './passage.ts';

/** Asks whether the token carries every scope, and one of the roles, that the route names. */
export function authorize(active: Active): Authorized | Denial {
  const { route, token } = active;
  for (const scope of route.scopes) if (!token.scopes.has(scope)) return lacksScope(route, token.scopes);
  if (route.roles.length > 0 && !route.roles.some((role) => token.roles.has(role))) {
    return lacksRole(route, token.roles);
  }
  return active as Authorized;
}

function lacksScope(route: GuardedRoute, scopes: ReadonlySet<string>): Denial {
  const refusal = {
    code: 'scope_missing' as const,
    sentence: 'The token is good, but it does not carry a scope that this route asks for.',
    expected: `the scopes ${route.scope}`,
    actual: named(scopes),
    fix: 'Ask the issuer for a token with the missing scope.',
    rule: 'RFC 6750 §3.1',
  };
  return new Denial('authorize', refusal, { scope: route.scope });
}

function lacksRole(route: GuardedRoute, roles: ReadonlySet<string>): Denial {
  const refusal = {
    code: 'role_missing' as const,
    sentence: 'The token is good, but its owner has none of the roles that this route asks for.',
    expected: `one of the roles ${route.roles.join(', ')}`,
    actual: named(roles),
    fix: 'Have an administrator give the account one of the roles, and sign in again.',
    rule: 'RFC 6750 §3.1',
  };
  return new Denial('authorize', refusal, route.scope === '' ? {} : { scope: route.scope });
}

const longestList = 256;

function named(names: ReadonlySet<string>): string {
  const list = [...names].join(' ');
  if (list === '') return 'none';
  return list.length <= longestList ? list : `${list.slice(0, longestList)} …`;
}
