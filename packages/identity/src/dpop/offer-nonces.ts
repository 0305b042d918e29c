import type { FastifyInstance } from 'fastify';
import type { ProofNonces } from './proof-nonces.ts';

/** Whoever sends a proof to a route of `app` hears in the answer which nonce the next one needs (RFC 9449 §8). */
export function offerNonces(app: FastifyInstance, nonces: ProofNonces): void {
  app.addHook('onRequest', async ({ headers }, reply) => {
    if (headers['dpop'] !== undefined) reply.header('dpop-nonce', nonces.current());
  });
}

/** The one proof of a request; several come as one text that is no proof (RFC 9449 §4.3). */
export function proofIn(headers: NodeJS.Dict<string | string[]>): string | undefined {
  const given = headers['dpop'];
  return Array.isArray(given) ? given.join(', ') : given;
}
