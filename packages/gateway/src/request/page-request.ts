import { overridesMethod, type PageRequest } from '@signet/trust/bearer';
import type { RequestHead } from './request-head.ts';
import { valuesOf } from './values-of.ts';

/** Looked for on routes that take cookies alone, so that no other request pays for it. */
export function pageRequest({ method, host, headers, opensSocket }: RequestHead): PageRequest {
  return {
    method,
    host,
    origin: valuesOf('origin', headers)[0],
    site: valuesOf('sec-fetch-site', headers)[0],
    csrf: valuesOf('x-csrf-token', headers),
    // There are some only where the route lets them through to the upstream (`dangerouslyAllowIdentityHeaders`).
    overridesMethod: headers.some((name, index) => index % 2 === 0 && overridesMethod(name)),
    opensSocket,
  };
}
