import { addresses, type EndpointName, fillPath } from '@signet/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientDirectory } from '../clients/registered-client.ts';

/** What pages of our own apps may ask from their own origin. All else of `/auth` is for the hosted screens alone. */
const openToOwnApps: readonly EndpointName[] = [
  'login',
  'refresh',
  'logout',
  'readCsrfToken',
  'readSession',
  'listSessions',
  'endSession',
  'endOtherSessions',
];

const routeOf = (name: EndpointName) => fillPath(addresses[name].path, (parameter) => `:${parameter}`);

const openRoutes: ReadonlySet<string | undefined> = new Set(openToOwnApps.map(routeOf));

/** Seconds for which a browser need not ask again whether it may. */
const askedAgainAfter = 600;

/**
 * The origin of the page that asks, where it is one of our own apps' (a client with `firstParty`) and the endpoint is open
 * to those. Their answers may then be read there, cookies included (Fetch §3.3.5).
 */
export async function letOwnAppRead(
  request: FastifyRequest,
  reply: FastifyReply,
  clients: ClientDirectory,
): Promise<string | undefined> {
  reply.header('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !openRoutes.has(request.routeOptions.url)) return undefined;
  if ((await clients.whoseOrigin(origin)) !== 'first-party') return undefined;
  reply
    .header('access-control-allow-origin', origin)
    .header('access-control-allow-credentials', 'true')
    .header('access-control-expose-headers', 'retry-after');
  return origin;
}

/** Answers what browsers ask before they ask (Fetch §4.8). Tells nobody more than that. */
export function answerPreflights(app: FastifyInstance): void {
  for (const name of openToOwnApps) {
    app.options(routeOf(name), (_request, reply) =>
      reply
        .header('access-control-allow-methods', addresses[name].method)
        .header('access-control-allow-headers', 'authorization, content-type, x-csrf-token')
        .header('access-control-max-age', String(askedAgainAfter))
        .code(204)
        .send(),
    );
  }
}
