import { bearerToken } from '@signet/http';
import type { FastifyInstance } from 'fastify';
import type { Deny } from '../http/deny.ts';
import { readEmpty } from '../http/read-request.ts';
import { type LogoutParts, logout } from './logout.ts';

export function logoutRoutes(app: FastifyInstance, parts: LogoutParts, deny: Deny): void {
  app.post('/auth/logout', async (request, reply) => {
    const body = readEmpty(request);
    if (body.kind === 'denied') return deny(reply, body);
    const { authorization, cookie } = request.headers;
    const outcome = await logout({ cookieHeader: cookie, accessToken: bearerToken(authorization) }, parts);
    if (outcome.kind === 'denied') return deny(reply, outcome);
    return reply.header('set-cookie', parts.cookie.clear()).send(outcome.value);
  });
}
