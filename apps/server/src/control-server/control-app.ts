import type { Server } from 'node:http';
import { newId, problemContentType, toProblem } from '@signet/contracts';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import type { Logger } from '../logging/logger.ts';
import { serveWeb } from '../web/static-web.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** What the control side serves: the web app, the identity provider and the admin API, on one origin. */
export interface ControlAppOptions {
  /** Listens already; the app answers its requests from `ready` on. */
  readonly server: Server;
  readonly issuer: string;
  readonly webFolder: string;
  readonly routes: readonly FastifyPluginAsync[];
  readonly log: Logger;
}

/** No body on this side is larger: passwords, names, and the like. */
const largestBody = 64 * 1024;

/** Puts the app on a server that listens already. Nothing is answered before it resolves. */
export async function openControlApp(options: ControlAppOptions): Promise<FastifyInstance> {
  const { server, issuer, log } = options;
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    forceCloseConnections: true,
    serverFactory: (handler) => server.on('request', handler),
  });
  await setSecurityHeaders(app, issuer.startsWith('https:'));
  app.setErrorHandler((error, request, reply) => {
    const reference = newId('reference');
    request.log.error({ err: error, reference }, 'A request failed');
    const problem = toProblem(
      { ...internalError, fix: `Look for ${reference} in the log of the server.` },
      reference,
    );
    return reply.code(problem.status).type(problemContentType).send(problem);
  });
  for (const routes of options.routes) await app.register(routes);
  app.get('/healthz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  });
  await serveWeb(app, options.webFolder);
  await app.ready();
  return app;
}

const internalError = {
  code: 'internal_error',
  sentence: 'Something failed inside Signet, and nothing was granted.',
} as const;
