import {
  type AnswerRefusal,
  emptyRequestSchema,
  type IdentityConfiguration,
  loginRequestSchema,
  readBody,
} from '@signet/contracts';
import { acceptJson, answerProblems, bearerToken, refuseForeignPage } from '@signet/http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { PublishedDocuments } from '../keys/published-documents.ts';
import { type LoginParts, login } from '../login/login.ts';
import { type LogoutParts, logout } from '../logout/logout.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { type RefreshParts, refresh } from '../refresh/refresh.ts';
import { type SignedIn, toTokenAnswer } from '../sessions/signed-in.ts';
import { type DeviceParts, rememberDevice, signInFrom } from './signing-in-device.ts';

export interface RouteParts extends LoginParts, RefreshParts, LogoutParts, DeviceParts {
  readonly configuration: () => IdentityConfiguration;
  readonly answerRefusal: AnswerRefusal;
  readonly documents: PublishedDocuments;
}

/** Of a body; far above the longest username and two passwords. */
const mostBytes = 16_384;

/** The HTTP face of the identity provider: which address leads to which list of checks. */
export function identityRoutes(parts: RouteParts): FastifyPluginAsync {
  return async (app) => {
    await app.register(protocolRoutes(parts));
    for (const [path, text] of parts.documents) app.get(path, (_request, reply) => publish(reply, text));
  };
}

function protocolRoutes(parts: RouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptJson(app, { mostBytes });
    const sendProblem = answerProblems(app, parts.answerRefusal);
    const deny = (reply: FastifyReply, { refusal, retryAfter }: Denied) =>
      sendProblem(reply, refusal, retryAfter);

    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const foreign = refuseForeignPage(request.headers, parts.issuer);
      if (foreign !== undefined) return sendProblem(reply, foreign);
    });

    app.post('/auth/login', async (request, reply) => {
      const body = readBody(loginRequestSchema, request.body);
      if (!body.ok) return deny(reply, denied(body.refusal));
      const outcome = await login(body.body, signInFrom(request, parts), parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      const device = rememberDevice(request, body.body.username, parts);
      return answerSignedIn(reply, outcome.value, parts, [device]);
    });

    app.post('/auth/refresh', async (request, reply) => {
      const body = readEmpty(request);
      const outcome = body.kind === 'denied' ? body : await refresh(request.headers.cookie, parts);
      return outcome.kind === 'denied' ? deny(reply, outcome) : answerSignedIn(reply, outcome.value, parts);
    });

    app.post('/auth/logout', async (request, reply) => {
      const body = readEmpty(request);
      const accessToken = bearerToken(request.headers.authorization);
      const outcome =
        body.kind === 'denied'
          ? body
          : await logout({ cookieHeader: request.headers.cookie, accessToken }, parts);
      if (outcome.kind === 'denied') return deny(reply, outcome);
      return reply.header('set-cookie', parts.cookie.clear()).send(outcome.value);
    });

    app.all('/auth/*', (_request, reply) => sendProblem(reply, notFound));
  };
}

const notFound = { code: 'not_found', sentence: 'Nothing answers at this address in this way.' } as const;

function readEmpty(request: FastifyRequest): Outcome<undefined> {
  const body = readBody(emptyRequestSchema, request.body);
  return body.ok ? passed(undefined) : denied(body.refusal);
}

function answerSignedIn(
  reply: FastifyReply,
  signedIn: SignedIn,
  parts: RouteParts,
  moreCookies: readonly string[] = [],
): FastifyReply {
  const maxAge = Math.max(0, Math.floor((signedIn.secretExpiresAt - parts.wall()) / 1000));
  reply.header('set-cookie', [parts.cookie.write(signedIn.secret, maxAge), ...moreCookies]);
  return reply.send(toTokenAnswer(signedIn));
}

/** Public by nature, so pages of any origin may read it, and caches may keep it for as long as a rotation allows. */
function publish(reply: FastifyReply, document: string): FastifyReply {
  return reply
    .type('application/json; charset=utf-8')
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=60')
    .send(document);
}
