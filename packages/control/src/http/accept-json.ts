import { parseStrictJson } from '@signet/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Bytes; a user with all the roles and scopes allowed fits. */
const bodyLimit = 32_768;

/** Makes JSON, read strictly, the only body that the routes in `app` take. */
export function acceptJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit },
    async (_request: FastifyRequest, text: string) => (text === '' ? undefined : parseOrRefuse(text)),
  );
}

function parseOrRefuse(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    throw Object.assign(new Error('The body is not JSON.', { cause: error }), { statusCode: 400 });
  }
}
