import { hostNameOf, overridesMethod } from '@signet/trust/bearer';
import type { RequestPlaces } from '../create-verifier.ts';

/** Of a request of `node:http`, what a guard reads. */
export interface NodeRequest {
  /** Name, value, name, value …: `headers` would hide that there are two of a kind. */
  readonly rawHeaders: readonly string[];
  readonly url?: string | undefined;
  readonly method?: string | undefined;
}

export function nodePlaces({ rawHeaders, url = '', method = '' }: NodeRequest): RequestPlaces {
  const valuesOf = (name: string) =>
    rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
  const question = url.indexOf('?');
  return {
    authorization: valuesOf('authorization'),
    query: question < 0 ? '' : url.slice(question),
    cookie: valuesOf('cookie'),
    page: pageOf(
      method,
      rawHeaders.filter((_, index) => index % 2 === 0),
      valuesOf,
    ),
  };
}

type ValuesOf = (name: string) => readonly string[];

/** @param valuesOf the values of all headers of a name in lower case */
export function pageOf(
  method: string,
  names: readonly string[],
  valuesOf: ValuesOf,
): NonNullable<RequestPlaces['page']> {
  return {
    method,
    host: hostNameOf(valuesOf('host')[0] ?? ''),
    origin: valuesOf('origin')[0],
    site: valuesOf('sec-fetch-site')[0],
    csrf: valuesOf('x-csrf-token'),
    overridesMethod: names.some(overridesMethod),
  };
}
