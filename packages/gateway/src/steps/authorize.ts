import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { GuardedRoute } from '../snapshot/compiled-route.ts';
import { notNeeded, type Trace } from '../trace.ts';
import type { Active, Authorized } from './passage.ts';

const nothingAsked = notNeeded('nothing-asked', 'authorize');

/** Asks whether the token carries every scope and permission, and one of the roles, that the route names. */
export function authorize(active: Active, trace: Trace): Authorized | Denial {
  const { route, token } = active;
  for (const scope of route.scopes) if (!token.scopes.has(scope)) return lacksScope(route, token.scopes);
  if (route.roles.length > 0 && !route.roles.some((role) => token.roles.has(role))) {
    return lacksRole(route, token.roles);
  }
  if (!route.permissions.every((permission) => token.permissions.has(permission))) {
    return lacksPermission(route, token.permissions);
  }
  const asksNothing = [route.scopes, route.roles, route.permissions].every(({ length }) => length === 0);
  trace.tell(asksNothing ? nothingAsked : { step: 'authorize', route });
  return active as Authorized;
}

function lacksScope({ scope }: GuardedRoute, scopes: ReadonlySet<string>): Denial {
  const carried = named(scopes);
  const told =
    carried === ''
      ? refusal('scope_missing.none', { required: scope })
      : refusal('scope_missing.others', { required: scope, carried });
  return new Denial('authorize', told, { scope });
}

function lacksRole(route: GuardedRoute, roles: ReadonlySet<string>): Denial {
  const carried = named(roles);
  const required = route.roles.join(', ');
  const told =
    carried === ''
      ? refusal('role_missing.none', { required })
      : refusal('role_missing.others', { required, carried });
  return new Denial('authorize', told, route.scope === '' ? {} : { scope: route.scope });
}

function lacksPermission(route: GuardedRoute, permissions: ReadonlySet<string>): Denial {
  const carried = named(permissions);
  const required = route.permissions.join(', ');
  const told =
    carried === ''
      ? refusal('permission_missing.none', { required })
      : refusal('permission_missing.others', { required, carried });
  return new Denial('authorize', told, route.scope === '' ? {} : { scope: route.scope });
}

const longestList = 256;

function named(names: ReadonlySet<string>): string {
  const list = [...names].join(' ');
  return list.length <= longestList ? list : `${list.slice(0, longestList)} …`;
}
