import type { Verifier } from '../create-verifier.ts';
import { type Requires, requirementsOf } from '../requirements.ts';
import { keepToken } from '../token-of.ts';
import { type NodeRequest, nodePlaces } from './node-places.ts';

/** Of a reply of Fastify, what a guard writes. */
export interface FastifyReply {
  code(status: number): unknown;
  headers(headers: Record<string, string>): unknown;
  send(body: Uint8Array): unknown;
}

/**
 * An `onRequest` hook for Fastify; the handler behind it has `tokenOf(request)`.
 * @throws TypeError for `requires` that are no lists
 */
export function fastifyGuard(
  verifier: Verifier,
  requires: Requires = {},
): (request: { readonly raw: NodeRequest }, reply: FastifyReply) => Promise<unknown> {
  requirementsOf(requires);
  return async (request, reply) => {
    const verdict = await verifier.verify(nodePlaces(request.raw), requires);
    if (verdict.verdict === 'verified') {
      keepToken(request, verdict.token);
      return undefined;
    }
    const { status, headers, body } = verifier.answer(verdict.refusal, requires);
    reply.code(status);
    reply.headers({ ...headers });
    // As bytes: behind a text of JSON Fastify would add a charset, which the type does not have (RFC 8259 §11).
    reply.send(new TextEncoder().encode(body));
    // A hook that has answered hands its reply back.
    return reply;
  };
}
