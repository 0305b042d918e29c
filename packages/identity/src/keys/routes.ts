import { addresses } from '@signet/contracts';
import type { Handlers, HttpCall } from '@signet/http';
import type { FastifyReply } from 'fastify';
import type { PublishedDocuments } from './published-documents.ts';

/** Discovery and JWKS: public by nature, so pages of any origin may read them, and caches keep them for as long as a rotation allows. */
export function keyRoutes(documents: PublishedDocuments): Handlers<'readDiscovery' | 'readKeys'> {
  const publish =
    ({ path }: { readonly path: string }) =>
    async (_nothing: unknown, { reply }: HttpCall): Promise<FastifyReply> =>
      reply
        .type('application/json; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=60')
        .send(await documents.read(path));
  return { readDiscovery: publish(addresses.readDiscovery), readKeys: publish(addresses.readKeys) };
}
