import type { RequestPlaces, Verifier } from '../create-verifier.ts';
import { type Requires, requirementsOf } from '../requirements.ts';
import { keepToken } from '../token-of.ts';
import { askedOf, pageOf } from './node-places.ts';

/** Of a context of Hono, what a guard reads. */
export interface HonoContext {
  readonly req: { readonly raw: Request };
}

/**
 * Middleware for Hono; the handler behind it has `tokenOf(context)`.
 * @throws TypeError for `requires` that are no lists
 */
export function honoGuard(
  verifier: Verifier,
  requires: Requires = {},
): (context: HonoContext, next: () => Promise<void>) => Promise<Response | undefined> {
  requirementsOf(requires);
  return async (context, next) => {
    const verdict = await verifier.verify(fetchPlaces(context.req.raw), requires);
    if (verdict.verdict === 'verified') {
      keepToken(context, verdict.token);
      await next();
      return undefined;
    }
    const { status, headers, body } = verifier.answer(verdict.refusal, requires);
    return new Response(body, { status, headers: { ...headers } });
  };
}

/** Two headers of a name come as one with a comma, which no token has. */
function fetchPlaces({ headers, url, method }: Request): RequestPlaces {
  const valuesOf = (name: string) => {
    const value = name === 'host' ? new URL(url).host : headers.get(name);
    return value === null ? [] : [value];
  };
  return {
    authorization: valuesOf('authorization'),
    query: new URL(url).search,
    cookie: valuesOf('cookie'),
    page: pageOf(method, [...headers.keys()], valuesOf),
    asked: () => {
      const { host, pathname, search } = new URL(url);
      return askedOf({ method, host, target: `${pathname}${search}`, headers: [...headers].flat() });
    },
  };
}
