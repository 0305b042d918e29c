import { isDeepStrictEqual } from 'node:util';
import { type AnyEndpoint, endpoints, problemSchema } from '@signet/contracts';
import type { FastifyInstance } from 'fastify';

/**
 * Turns an answer that the table of endpoints does not tell of into a failure: another status, a member too many, or a
 * refusal with a code that its endpoint does not name. To be called before the routes are added.
 */
export function holdToTable(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const name = request.routeOptions.config.endpoint;
    if (name === undefined) return;
    const complaint = complaintOf(endpoints[name], reply.statusCode, String(payload));
    if (complaint !== undefined) throw new Error(`The endpoint ${name} ${complaint}.`);
  });
}

/** What is wrong with an answer of this endpoint, as the end of a sentence. */
export function complaintOf(endpoint: AnyEndpoint, status: number, text: string): string | undefined {
  const body: unknown = JSON.parse(text);
  if (status >= 400) {
    const { code } = problemSchema.parse(body);
    return endpoint.codes.includes(code) ? undefined : `does not name the code ${code}`;
  }
  if (status !== endpoint.status) return `answers ${status} instead of ${endpoint.status}`;
  const read = endpoint.answer.safeParse(body);
  if (!read.success) return `answers what its schema refuses: ${read.error.issues[0]?.path.join('.')}`;
  return isDeepStrictEqual(read.data, body) ? undefined : 'answers more than its schema names';
}
