import type { Verifier } from '../create-verifier.ts';
import type { Requires } from '../requirements.ts';
import { type NodeResponse, nodeGuard } from './node.ts';
import type { NodeRequest } from './node-places.ts';

/**
 * Middleware for Express 4 and 5; the handler behind it has `tokenOf(request)`.
 * @throws TypeError for `requires` that are no lists
 */
export function expressGuard(
  verifier: Verifier,
  requires: Requires = {},
): (request: NodeRequest, response: NodeResponse, next: (error?: unknown) => void) => void {
  const guard = nodeGuard(verifier, requires);
  return (request, response, next) => {
    // Express 4 would not hear of a rejection.
    guard(request, response).then((token) => token !== undefined && next(), next);
  };
}
