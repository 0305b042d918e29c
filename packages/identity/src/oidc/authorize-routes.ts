import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { authorizePath } from './addresses.ts';
import type { ServeAuthorization } from './engine.ts';

/** Where apps send people. The engine reads request and body itself, and answers by itself. */
export function authorizeRoutes(serve: ServeAuthorization): FastifyPluginAsync {
  return async (app) => {
    takeAnyBody(app);
    for (const url of [authorizePath, `${authorizePath}/:uid`]) {
      app.route({
        method: url.endsWith(':uid') ? ['GET'] : ['GET', 'POST'],
        url,
        exposeHeadRoute: false,
        handler: async (request: FastifyRequest, reply) => {
          reply.hijack();
          await serve(request.raw, reply.raw);
        },
      });
    }
  };
}

/** Leaves the body where it is. */
function takeAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
}
