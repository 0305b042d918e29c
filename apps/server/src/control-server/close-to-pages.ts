import { certificatePaths } from '@signet/identity';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { OpenCertificateDoor } from '../certificates/open-certificate-door.ts';

/** By the port for certificates nobody signs in, reads a page or administers: there is only what clients ask with a certificate. */
export function closeToPages(
  app: FastifyInstance,
  door: OpenCertificateDoor | undefined,
  answerNowhere: (reply: FastifyReply) => unknown,
): void {
  if (door === undefined) return;
  app.addHook('onRequest', async ({ raw, routeOptions }, reply) => {
    if (!door.isDoor(raw.socket) || certificatePaths.includes(routeOptions.url ?? '')) return;
    await answerNowhere(reply);
    return reply;
  });
}
