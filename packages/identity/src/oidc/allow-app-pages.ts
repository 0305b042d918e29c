import type { FastifyInstance } from 'fastify';
import type { ClientDirectory } from '../clients/registered-client.ts';

/** Seconds for which a browser need not ask again whether it may. */
const askedAgainAfter = 600;

/**
 * Lets pages of apps on other origins read what the routes in `app` answer: those that a client names under `origins`, and no
 * others. Nothing there reads or sets a cookie, so none is allowed along.
 */
export function allowAppPages(
  app: FastifyInstance,
  paths: readonly string[],
  clients: ClientDirectory,
): void {
  app.addHook('onRequest', async ({ headers: { origin } }, reply) => {
    reply.header('vary', 'Origin');
    if (origin === undefined || (await clients.whoseOrigin(origin)) === undefined) return;
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-expose-headers', 'dpop-nonce, www-authenticate');
  });
  for (const path of paths)
    app.options(path, async (_request, reply) =>
      reply
        .header('access-control-allow-methods', 'GET, POST')
        .header('access-control-allow-headers', 'authorization, content-type, dpop')
        .header('access-control-max-age', String(askedAgainAfter))
        .code(204)
        .send(),
    );
}
