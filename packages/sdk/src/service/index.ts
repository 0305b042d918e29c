/**
 * Tokens for a service that calls other services: of its own, and in exchange for those of the people it is called by.
 *
 * @example
 * ```ts
 * import { createService } from '@signet/sdk/service';
 *
 * const answer = { access_token: 'eyJ…', token_type: 'Bearer', expires_in: 900, scope: 'orders:read' };
 * const invoices = createService({
 *   issuer: 'https://login.example',
 *   clientId: 'invoices',
 *   secret: 'from your vault',
 *   fetch: async () => new Response(JSON.stringify(answer)),
 * });
 * const { scopes } = await invoices.token();
 * scopes; // → ['orders:read']
 * ```
 */

export { AnswerNotUnderstood } from '../client/answer-not-understood.ts';
export { RefusedByServer } from '../client/refused-by-server.ts';
export type { AuthorizedFetch } from './authorized-fetch.ts';
export { createService, type Service } from './create-service.ts';
export type { ServiceOptions, ServiceProof, ServiceToken, TokenWish } from './service-options.ts';
