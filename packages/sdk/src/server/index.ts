/**
 * Access tokens at the door of an app: what a gateway checks, in the app itself, for Express, Fastify, Hono, Koa and
 * plain `node:http`.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createVerifier, nodeGuard } from '@signet/sdk/server';
 *
 * const verifier = createVerifier({ issuer: 'http://localhost:9000', audience: 'https://orders.example' });
 * const guard = nodeGuard(verifier, { scopes: ['orders:read'] });
 * createServer(async (request, response) => {
 *   const token = await guard(request, response);
 *   if (token !== undefined) response.end(`Orders of ${token.subject}`);
 * });
 * const verdict = await verifier.verify({ authorization: [], query: '' });
 * verdict.verdict === 'refused' && verdict.refusal.code; // → 'token_missing'
 * ```
 */

export type { TrustedToken } from '@signet/trust/bearer';
export { type ContextVerifierOptions, createContextVerifier } from './context/create-context-verifier.ts';
export { createVerifier, type RequestPlaces, type Verifier } from './create-verifier.ts';
export { expressGuard } from './guards/express.ts';
export { fastifyGuard } from './guards/fastify.ts';
export { honoGuard } from './guards/hono.ts';
export { koaGuard } from './guards/koa.ts';
export { nodeGuard } from './guards/node.ts';
export type { Requires } from './requirements.ts';
export { RevocationFault } from './revocations/ask-for-revocations.ts';
export type { RevocationStatus } from './revocations/follow-revocations.ts';
export type { RevocationOptions } from './revocations/revocation-options.ts';
export { tokenOf } from './token-of.ts';
export type { VerifierOptions } from './verifier-options.ts';
