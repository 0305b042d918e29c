import type { RouteConfiguration } from '../configuration.ts';

export type Path = readonly (string | number)[];

/** A route with its place in the document: the routes that have problems of their own are not among them. */
export interface PlacedRoute {
  readonly route: RouteConfiguration;
  readonly path: Path;
}
