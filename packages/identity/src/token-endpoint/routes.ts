import { type AnswerRefusal, addresses, asOAuth, refusal } from '@signet/contracts';
import { answerProblems, type Handlers, serveEndpoints, serveNothingElse } from '@signet/http';
import type { FastifyPluginAsync } from 'fastify';
import { denyBy } from '../http/deny.ts';
import { allowAppPages } from '../oidc/allow-app-pages.ts';
import { acceptForm } from './accept-form.ts';
import { type GrantParts, grantToken } from './grant-token.ts';

export interface TokenRouteParts extends GrantParts {
  readonly answerRefusal: AnswerRefusal;
}

/** All of `/oauth`, which speaks as RFC 6749 §5 says: forms in, JSON out, refusals with `error`. */
export function tokenRoutes(parts: TokenRouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptForm(app);
    allowAppPages(app, addresses.requestToken.path, parts.clients);
    const sendProblem = answerProblems(app, asOAuth(parts.answerRefusal, parts.issuer));
    const deny = denyBy(sendProblem);
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    const handlers: Handlers<'requestToken'> = {
      async requestToken({ body }, { request, reply }) {
        const from = { authorization: request.headers.authorization, address: request.ip };
        const outcome = await grantToken(body, from, parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
    };
    serveEndpoints(app, handlers);
    serveNothingElse(app, handlers, (reply) => sendProblem(reply, refusal('not_found.auth')));
  };
}
