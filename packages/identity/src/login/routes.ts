import { loginRequestSchema } from '@signet/contracts';
import type { FastifyInstance } from 'fastify';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { readRequest } from '../http/read-request.ts';
import { answerSignedIn } from '../sessions/answer-signed-in.ts';
import { type LoginParts, login } from './login.ts';
import { signInFrom } from './sign-in-from.ts';

export interface LoginRouteParts extends LoginParts {
  readonly cookie: HostCookie;
  readonly deviceCookie: HostCookie;
}

export function loginRoutes(app: FastifyInstance, parts: LoginRouteParts, deny: Deny): void {
  app.post('/auth/login', async (request, reply) => {
    const body = readRequest(loginRequestSchema, request);
    if (body.kind === 'denied') return deny(reply, body);
    const outcome = await login(body.value, signInFrom(request, parts.deviceCookie), parts);
    if (outcome.kind === 'denied') return deny(reply, outcome);
    const { value, maxAge } = outcome.value.device;
    return answerSignedIn(reply, outcome.value, parts, [parts.deviceCookie.write(value, maxAge)]);
  });
}
