import type { Verifier } from '../create-verifier.ts';
import { type Requires, requirementsOf } from '../requirements.ts';
import { keepToken } from '../token-of.ts';
import { type NodeRequest, nodePlaces } from './node-places.ts';

/** Of a context of Koa, what a guard reads and writes. */
export interface KoaContext {
  readonly req: NodeRequest;
  readonly originalUrl?: string;
  status: number;
  body: unknown;
  set(headers: Record<string, string>): void;
}

/**
 * Middleware for Koa; the handler behind it has `tokenOf(context)`.
 * @throws TypeError for `requires` that are no lists
 */
export function koaGuard(
  verifier: Verifier,
  requires: Requires = {},
): (context: KoaContext, next: () => Promise<unknown>) => Promise<unknown> {
  requirementsOf(requires);
  return async (context, next) => {
    const { req, originalUrl } = context;
    const { rawHeaders, method, url } = req;
    const places = nodePlaces({ rawHeaders, method, url, originalUrl: originalUrl ?? req.originalUrl });
    const verdict = await verifier.verify(places, requires);
    if (verdict.verdict === 'verified') {
      keepToken(context, verdict.token);
      return next();
    }
    const { status, headers, body } = verifier.answer(verdict.refusal, requires);
    context.status = status;
    context.body = body;
    // After the body, whose kind Koa would guess.
    context.set({ ...headers });
    return undefined;
  };
}
