import { refuseLack } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { notNeeded, type Trace } from '../trace.ts';
import type { Active, Authorized } from './passage.ts';

const nothingAsked = notNeeded('nothing-asked', 'authorize');

/** Asks whether the token carries every scope and permission, and one of the roles, that the route names. */
export function authorize(active: Active, trace: Trace): Authorized | Denial {
  const { route, token } = active;
  const lack = refuseLack(token, route);
  if (lack !== undefined)
    return new Denial('authorize', lack, route.scope === '' ? {} : { scope: route.scope });
  const asksNothing = [route.scopes, route.roles, route.permissions].every(({ length }) => length === 0);
  trace.tell(asksNothing ? nothingAsked : { step: 'authorize', route });
  return active as Authorized;
}
