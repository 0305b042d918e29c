import { type AnswerRefusal, asOAuth } from '@signet/contracts';
import { acceptJson, answerProblems, bearerToken, type Handlers, serveEndpoints } from '@signet/http';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { denyBy } from '../http/deny.ts';
import {
  changeRegistration,
  type RegisterClientParts,
  readRegistration,
  registerClient,
  removeRegistration,
} from './register-client.ts';

export interface SelfRegistrationRouteParts extends RegisterClientParts {
  readonly answerRefusal: AnswerRefusal;
}

export type SelfRegistrationEndpoint =
  | 'registerClient'
  | 'readRegistration'
  | 'changeRegistration'
  | 'removeRegistration';

const mostBytes = 65_536;

/** Where apps register themselves: JSON in and out (RFC 7591 §3), with bearer tokens (RFC 6750). */
export function selfRegistrationRoutes(parts: SelfRegistrationRouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptJson(app, { mostBytes });
    const deny = denyBy(answerProblems(app, asRegistration(parts)));
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));
    const tokenOf = ({ headers }: FastifyRequest) => bearerToken(headers.authorization);
    const handlers: Handlers<SelfRegistrationEndpoint> = {
      async registerClient({ body }, { request, reply }) {
        const outcome = await registerClient(body, tokenOf(request), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async readRegistration({ parameters: { id } }, { request, reply }) {
        const outcome = await readRegistration(id, tokenOf(request), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async changeRegistration({ parameters: { id }, body }, { request, reply }) {
        const outcome = await changeRegistration(id, body, tokenOf(request), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async removeRegistration({ parameters: { id } }, { request, reply }) {
        const outcome = await removeRegistration(id, tokenOf(request), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : {};
      },
    };
    serveEndpoints(app, handlers);
  };
}

/** A token that does not do is told by its challenge (RFC 7591 §3.2, RFC 6750 §3), all else as OAuth says it. */
function asRegistration({ answerRefusal, issuer }: SelfRegistrationRouteParts): AnswerRefusal {
  const oauth = asOAuth(answerRefusal, issuer);
  return (refusal, request, retryAfter) =>
    refusal.code === 'registration_token_invalid'
      ? answerRefusal(refusal, request, retryAfter)
      : oauth(refusal, request, retryAfter);
}
