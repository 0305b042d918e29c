import type { TrustedToken } from '@signet/trust/bearer';
import type { Verifier } from '../create-verifier.ts';
import { type Requires, requirementsOf } from '../requirements.ts';
import { keepToken } from '../token-of.ts';
import { type NodeRequest, nodePlaces } from './node-places.ts';

/** Of a response of `node:http`, what a guard writes. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: string): unknown;
}

/**
 * For plain `node:http`: the token, or undefined where the request has been answered.
 * @throws TypeError for `requires` that are no lists
 */
export function nodeGuard(
  verifier: Verifier,
  requires: Requires = {},
): (request: NodeRequest, response: NodeResponse) => Promise<TrustedToken | undefined> {
  requirementsOf(requires);
  return async (request, response) => {
    const verdict = await verifier.verify(nodePlaces(request), requires);
    if (verdict.verdict === 'verified') {
      keepToken(request, verdict.token);
      return verdict.token;
    }
    const { status, headers, body } = verifier.answer(verdict.refusal, requires);
    response.writeHead(status, { ...headers });
    response.end(body);
    return undefined;
  };
}
