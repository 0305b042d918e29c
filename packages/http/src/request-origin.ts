import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuditActor } from '@signet/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Where a request comes from, for what it leads to and the audit log tells of. */
export interface RequestOrigin {
  /** As the trusted proxies name it; absent of the socket of this machine, which has none. */
  readonly address?: string;
  readonly requestId: string;
  /** Who the request was proven to come from before its handler began. */
  readonly actor?: AuditActor;
}

const current = new AsyncLocalStorage<RequestOrigin>();
const proven = new WeakMap<FastifyRequest, AuditActor>();

/** Of the request that this work belongs to; `undefined` for what the server does by itself. */
export function requestOrigin(): RequestOrigin | undefined {
  return current.getStore();
}

/** Says who a request comes from, before its body is read. */
export function comesFrom(request: FastifyRequest, actor: AuditActor): void {
  proven.set(request, actor);
}

/**
 * Lets all that the handlers of `app` lead to know which request it belongs to. After the body was read, as reading it
 * is work of the socket and not of the request.
 */
export function followRequests(app: FastifyInstance): void {
  app.addHook('preHandler', (request, _reply, done) => {
    const actor = proven.get(request);
    const origin: RequestOrigin = {
      ...(request.ip ? { address: request.ip } : {}),
      requestId: request.id,
      ...(actor === undefined ? {} : { actor }),
    };
    current.run(origin, done);
  });
}
