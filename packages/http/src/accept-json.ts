import { parseStrictJson } from '@signet/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export interface BodyRules {
  readonly mostBytes: number;
  /** Told the bytes of each body as they came. */
  readonly came?: (request: FastifyRequest, bytes: Uint8Array<ArrayBuffer>) => void;
}

/**
 * Makes JSON, read strictly, the only body that the routes in `app` take. A form of another site can send other types
 * without asking the browser first, so this is also a guard against cross-site requests.
 */
export function acceptJson(app: FastifyInstance, { mostBytes, came }: BodyRules): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: mostBytes },
    async (request: FastifyRequest, body: Buffer) => {
      const bytes = Uint8Array.from(body);
      came?.(request, bytes);
      return bytes.length === 0 ? undefined : parseOrRefuse(bytes);
    },
  );
}

/** Bytes that are no UTF-8 are no JSON (RFC 8259 §8.1). */
function parseOrRefuse(bytes: Uint8Array): unknown {
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw Object.assign(new Error('The body is not JSON.', { cause: error }), { statusCode: 400 });
  }
}
