import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { authorizePath } from './addresses.ts';
import type { ServeAuthorization } from './engine.ts';

/** Where apps send people. The engine reads request and body itself, and answers by itself. */
export function authorizeRoutes(serve: ServeAuthorization): FastifyPluginAsync {
  return async (app) => {
    takeAnyBody(app);
    for (const url of [authorizePath, `${authorizePath}/:uid`]) {
      app.route({
        method: 'GET',
        url,
        exposeHeadRoute: false,
        handler: async (request: FastifyRequest, reply) => {
          reply.hijack();
          await serve(request.raw, reply.raw);
        },
      });
    }
    await app.register(takePosts);
  };
}

/** Far above the longest request, and below what a browser may send in an address. */
const mostBytes = 8_192;

/**
 * OpenID Connect Core 1.0 §3.1.2.1 wants POST as well. The browser comes back with the same by GET: what another site posts
 * comes without cookies that are `SameSite=Lax`, and its person would have to sign in each time.
 */
async function takePosts(app: FastifyInstance): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: mostBytes },
    async (_request: unknown, body: string) => body,
  );
  app.addContentTypeParser('*', (_request, _payload, done) => done(null, ''));
  app.post(authorizePath, async ({ body }, reply) =>
    reply
      .header('cache-control', 'no-store')
      .redirect(`${authorizePath}?${new URLSearchParams(String(body ?? ''))}`, 303),
  );
}

/** Leaves the body where it is. */
function takeAnyBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
}
