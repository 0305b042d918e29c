import { loginRequestSchema } from '@signet/contracts';
import type { FastifyInstance } from 'fastify';
import type { Deny } from '../http/deny.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { readRequest } from '../http/read-request.ts';
import { answerSignedIn } from '../sessions/answer-signed-in.ts';
import { type LoginParts, login } from './login.ts';
import { type DeviceParts, rememberDevice, signInFrom } from './signing-in-device.ts';

export interface LoginRouteParts extends LoginParts, DeviceParts {
  readonly cookie: HostCookie;
}

export function loginRoutes(app: FastifyInstance, parts: LoginRouteParts, deny: Deny): void {
  app.post('/auth/login', async (request, reply) => {
    const body = readRequest(loginRequestSchema, request);
    if (body.kind === 'denied') return deny(reply, body);
    const outcome = await login(body.value, signInFrom(request, parts), parts);
    if (outcome.kind === 'denied') return deny(reply, outcome);
    const device = rememberDevice(request, body.value.username, parts);
    return answerSignedIn(reply, outcome.value, parts, [device]);
  });
}
