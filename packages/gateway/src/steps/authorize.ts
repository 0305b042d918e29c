import { challengeOf, refuseLack } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import { notNeeded, type Trace } from '../trace.ts';
import type { Active, Authorized } from './passage.ts';

const nothingAsked = notNeeded('nothing-asked', 'authorize');

/**
 * Asks whether the token carries every scope and permission, and one of the roles, that the route names, and is of a
 * sign-in as it asks for. @param now seconds since the epoch @param clockSkew seconds
 */
export function authorize(active: Active, now: number, clockSkew: number, trace: Trace): Authorized | Denial {
  const { route, token } = active;
  const lack = refuseLack(token, route, now, clockSkew);
  if (lack !== undefined) return new Denial('authorize', lack, { challenge: challengeOf(lack, route) });
  const names = [route.scopes, route.roles, route.permissions];
  const asksNothing = route.stepUp === undefined && names.every(({ length }) => length === 0);
  trace.tell(asksNothing ? nothingAsked : { step: 'authorize', route });
  return active as Authorized;
}
