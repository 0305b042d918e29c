import { conditionsIn } from './demands.ts';
import type { RouteConfiguration } from './type.ts';

/**
 * What a route asks of a request and does with it, whichever requests it takes: equal texts for routes between which it
 * makes no difference which of them takes a request. Conditions are asked of the route and of what stands in its path, so
 * that the same one asks for something else on another route.
 */
export function routeDemands(route: RouteConfiguration): string {
  const { id, service: _service, match, ...demands } = route;
  const asks =
    route.kind === 'protected' &&
    (route.auth.conditions !== undefined || conditionsIn(route.auth.demands ?? []).length > 0);
  return JSON.stringify(asks ? { ...demands, id, path: match.path } : demands);
}
