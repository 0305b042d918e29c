import type { FastifyInstance } from 'fastify';
import type { Deny } from '../http/deny.ts';
import { readEmpty } from '../http/read-request.ts';
import { answerSignedIn } from '../sessions/answer-signed-in.ts';
import { type RefreshParts, refresh } from './refresh.ts';

export function refreshRoutes(app: FastifyInstance, parts: RefreshParts, deny: Deny): void {
  app.post('/auth/refresh', async (request, reply) => {
    const body = readEmpty(request);
    const outcome = body.kind === 'denied' ? body : await refresh(request.headers.cookie, parts);
    return outcome.kind === 'denied' ? deny(reply, outcome) : answerSignedIn(reply, outcome.value, parts);
  });
}
