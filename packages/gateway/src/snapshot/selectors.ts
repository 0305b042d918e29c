import type { RouteConfiguration } from '@signet/contracts';

/** Values that a request must have, each exactly, for a route to take it. */
export interface Selectors {
  readonly headers: readonly Named[];
  readonly query: readonly Named[];
}

export type Named = readonly [name: string, value: string];

/** What routes of one path are told apart by, as one request has it. */
export interface Told {
  /** Undefined where the request does not have it. */
  header(name: string): string | undefined;
  parameter(name: string): string | undefined;
}

/** A request that has none of it. */
export const tellsNothing: Told = Object.freeze({
  header: () => undefined,
  parameter: () => undefined,
});

export function selectorsOf({ headers = {}, query = {} }: RouteConfiguration['match']): Selectors {
  return { headers: Object.entries(headers), query: Object.entries(query) };
}

export function countOf({ headers, query }: Selectors): number {
  return headers.length + query.length;
}

/** All of them are asked for, even after one that is missing: what a request says twice has to be found. */
export function isMet({ headers, query }: Selectors, told: Told): boolean {
  let met = true;
  for (const [name, value] of headers) if (told.header(name) !== value) met = false;
  for (const [name, value] of query) if (told.parameter(name) !== value) met = false;
  return met;
}

/** No request can meet both. */
export function exclude(one: Selectors, other: Selectors): boolean {
  return differs(one.headers, other.headers) || differs(one.query, other.query);
}

function differs(one: readonly Named[], other: readonly Named[]): boolean {
  return one.some(([name, value]) => other.some(([also, wanted]) => also === name && wanted !== value));
}
