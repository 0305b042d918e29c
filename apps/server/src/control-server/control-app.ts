import type { RequestListener, Server } from 'node:http';
import { type AnswerRefusal, newId, requestRefusal, tellOperator } from '@signet/contracts';
import {
  followRequests,
  problemSender,
  serveEndpoints,
  setSecurityHeaders,
  takeOneCredential,
} from '@signet/http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import { type BrandParts, serveBrand } from '../brand/brand-routes.ts';
import type { OpenCertificateDoor } from '../certificates/open-certificate-door.ts';
import type { Logger } from '../logging/logger.ts';
import { isForbiddenPath, serveWeb } from '../web/static-web.ts';
import { closeToPages } from './close-to-pages.ts';
import { ownEndpoints } from './own-endpoints.ts';
import { answerUnreadable, answerUnrouted, nowhere } from './unreadable-requests.ts';

/** What the control side serves: the web app, the identity provider and the admin API, on one origin. */
export interface ControlAppOptions {
  /** Listens already. */
  readonly server: Server;
  /** Gives the app the requests of the server, once it is complete. */
  readonly serve: (handler: RequestListener) => void;
  readonly issuer: string;
  /** Addresses and networks; failed sign-ins count for the client that these name. */
  readonly trustedProxies: readonly string[];
  readonly webFolder: string;
  readonly brand: BrandParts;
  /** Where clients come with certificates: only what is for them is served there. */
  readonly certificateDoor: OpenCertificateDoor | undefined;
  readonly routes: readonly FastifyPluginAsync[];
  readonly answerRefusal: AnswerRefusal;
  readonly log: Logger;
}

/** No body on this side is larger: passwords, names, and the like. */
const largestBody = 64 * 1024;

/** Puts the app on a server that listens already. Nothing is answered before it resolves. */
export async function openControlApp(options: ControlAppOptions): Promise<FastifyInstance> {
  const { server, issuer, log } = options;
  const loggerInstance: FastifyBaseLogger = log;
  let handler: RequestListener = () => undefined;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    // Stands in the audit log, where the counter of one process would name several requests.
    genReqId: () => newId('reference'),
    trustProxy: options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    forceCloseConnections: true,
    clientErrorHandler: answerUnreadable(options.answerRefusal),
    frameworkErrors: answerUnrouted(options.answerRefusal),
    serverFactory(listener) {
      handler = listener;
      return server;
    },
  });
  await setSecurityHeaders(app, issuer.startsWith('https:'));
  const sendProblem = problemSender(options.answerRefusal, 'debug');
  app.setErrorHandler((error, request, reply) => {
    if (isForbiddenPath(error)) return sendProblem(reply, nowhere);
    tellOperator(error, request.log);
    return sendProblem(reply, requestRefusal(error));
  });
  followRequests(app);
  takeOneCredential(app);
  closeToPages(app, options.certificateDoor, (reply) => sendProblem(reply, nowhere));
  for (const routes of options.routes) await app.register(routes);
  serveEndpoints(app, ownEndpoints(issuer));
  serveBrand(app, options.brand, sendProblem);
  await serveWeb(app, options.webFolder, sendProblem);
  await app.ready();
  options.serve(handler);
  options.certificateDoor?.serve(handler);
  return app;
}
