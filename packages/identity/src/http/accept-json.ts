import { parseStrictJson } from '@signet/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Bytes; far above the longest username and two passwords. */
const bodyLimit = 16_384;

/**
 * Makes JSON the only body that the routes in `app` take. A form of another site can send other types without
 * asking the browser first, so this is also a guard against cross-site requests.
 */
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
