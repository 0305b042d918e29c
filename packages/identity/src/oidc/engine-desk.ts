import fastify from 'fastify';
import { pushedRequestPath } from './addresses.ts';
import type { ServeAuthorization } from './engine.ts';

/** What the engine says of a request that an app pushes ahead of its person: it is kept, or why not. */
export type AskEngine = (form: Readonly<Record<string, string>>) => Promise<EngineAnswer>;

export type EngineAnswer =
  | { readonly kind: 'kept'; readonly request_uri: string; readonly expires_in: number }
  | { readonly kind: 'refused'; readonly error: string; readonly detail: string };

/** The engine speaks HTTP alone; what no browser sends reaches it through a server that listens nowhere. */
export function openEngineDesk(serve: ServeAuthorization): AskEngine {
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => done(null));
  app.post(pushedRequestPath, async (request, reply) => {
    reply.hijack();
    await serve(request.raw, reply.raw);
  });
  return async (form) => {
    const answer = await app.inject({
      method: 'POST',
      url: pushedRequestPath,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
    const body: Readonly<Record<string, unknown>> = answer.json();
    if (answer.statusCode === 201) {
      return {
        kind: 'kept',
        request_uri: String(body['request_uri']),
        expires_in: Number(body['expires_in']),
      };
    }
    if (answer.statusCode >= 500) throw new Error('The engine failed at a request that was pushed.');
    const { error, error_description: detail = error } = body;
    return { kind: 'refused', error: String(error), detail: String(detail) };
  };
}
