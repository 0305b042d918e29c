import type { AskedRequest } from '@signet/conditions';
import { canonicalPath } from '@signet/contracts';
import { hostNameOf, overridesMethod, shownOn } from '@signet/trust/bearer';
import type { RequestPlaces } from '../create-verifier.ts';

/** Of a request of `node:http`, what a guard reads. */
export interface NodeRequest {
  /** Name, value, name, value …: `headers` would hide that there are two of a kind. */
  readonly rawHeaders: readonly string[];
  readonly url?: string | undefined;
  /** As it came, where a router took the beginning of `url` away. */
  readonly originalUrl?: string | undefined;
  readonly method?: string | undefined;
  /** Of a server that asks for certificates it shows one. */
  readonly socket?: unknown;
}

export function nodePlaces(request: NodeRequest): RequestPlaces {
  const { rawHeaders, url = '', method = '' } = request;
  const valuesOf = (name: string) =>
    rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name);
  const question = url.indexOf('?');
  return {
    authorization: valuesOf('authorization'),
    query: question < 0 ? '' : url.slice(question),
    cookie: valuesOf('cookie'),
    certificate: (now) => shownOn(request.socket, now),
    page: pageOf(
      method,
      rawHeaders.filter((_, index) => index % 2 === 0),
      valuesOf,
    ),
    asked: () =>
      askedOf({ method, target: request.originalUrl ?? url, headers: rawHeaders, host: valuesOf('host')[0] }),
  };
}

interface Asked {
  readonly method: string;
  readonly target: string;
  readonly host: string | undefined;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
}

/** What conditions ask of a request; undefined where its path can be read in two ways. */
export function askedOf({ method, target, host = '', headers }: Asked): AskedRequest | undefined {
  const [before = ''] = target.split('?', 1);
  const path = canonicalPath(before);
  if (typeof path !== 'string') return undefined;
  return {
    ...{ method, path, host: hostNameOf(host), query: target.slice(before.length), headers },
    overridesMethod: () => headers.some((name, index) => index % 2 === 0 && overridesMethod(name)),
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
