import type { RouteConfiguration } from './type.ts';

/**
 * What a route asks of a request and does with it, whichever requests it takes: equal texts for routes between which it
 * makes no difference which of them takes a request.
 */
export function routeDemands(route: RouteConfiguration): string {
  const { id: _id, service: _service, match: _match, ...demands } = route;
  return JSON.stringify(demands);
}
