import type { Part, Path } from '../../../check.ts';
import type { RouteConfiguration, RoutesConfiguration } from '../type.ts';

/** A route with its place in the document: the routes that have problems of their own are not among them. */
export interface PlacedRoute {
  readonly route: RouteConfiguration;
  readonly path: Path;
}

export function placed({ value, place }: Part<RoutesConfiguration>): readonly PlacedRoute[] {
  return value.map((route, index) => ({ route, path: place(index) }));
}
