import type { FastifyInstance } from 'fastify';
import type { PublishedDocuments } from './published-documents.ts';

/** Discovery and JWKS: public by nature, so pages of any origin may read them, and caches keep them for as long as a rotation allows. */
export function keyRoutes(app: FastifyInstance, documents: PublishedDocuments): void {
  for (const path of documents.paths) {
    app.get(path, async (_request, reply) =>
      reply
        .type('application/json; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .header('cache-control', 'public, max-age=60')
        .send(await documents.read(path)),
    );
  }
}
