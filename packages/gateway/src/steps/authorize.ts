import type { AskedRequest } from '@signet/conditions';
import { challengeOf, overridesMethod, refuseLack } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { RequestHead } from '../request/request-head.ts';
import { notNeeded, type Trace } from '../trace.ts';
import { brokenPart } from './broken-part.ts';
import type { Active, Authorized } from './passage.ts';

const nothingAsked = notNeeded('nothing-asked', 'authorize');

/** What a route's demands are asked at. */
interface AuthorizeContext {
  readonly head: RequestHead;
  /** Seconds since the epoch. */
  readonly now: number;
  /** Seconds. */
  readonly clockSkew: number;
  readonly trace: Trace;
}

/**
 * Asks whether the token carries every scope and permission, and one of the roles, that the route names, whether its
 * conditions hold, and whether the token is of a sign-in as it asks for.
 */
export function authorize(active: Active, context: AuthorizeContext): Authorized | Denial {
  const { route, token, path } = active;
  const { trace, head } = context;
  const lack = refuseLack(token, route, context, () => askedRequest(head, path));
  if (lack !== undefined) {
    const broken = brokenPart(lack, route.conditions);
    if (broken !== undefined) trace.tell({ step: 'authorize', route, broken });
    return new Denial('authorize', lack, { challenge: challengeOf(lack, route) });
  }
  const names = [route.scopes, route.roles, route.permissions, route.conditions];
  const asksNothing =
    route.stepUp === undefined && route.combined === undefined && names.every(({ length }) => length === 0);
  trace.tell(asksNothing ? nothingAsked : { step: 'authorize', route, broken: undefined });
  return active as Authorized;
}

function askedRequest({ method, host, query, headers }: RequestHead, path: string): AskedRequest {
  return {
    ...{ method, path, host, query, headers },
    // There are some only where the route lets them through to the upstream (`dangerouslyAllowIdentityHeaders`).
    overridesMethod: () => headers.some((name, index) => index % 2 === 0 && overridesMethod(name)),
  };
}
