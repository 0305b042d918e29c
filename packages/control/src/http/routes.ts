import { type AnswerRefusal, refusal } from '@signet/contracts';
import { acceptJson, answerProblems } from '@signet/http';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { explainRequest } from '../handlers/explain-request.ts';
import type { AdminHandler } from '../handlers/handler.ts';
import { listRecords } from '../handlers/list-records.ts';
import { revokeTarget } from '../handlers/revoke-target.ts';
import { listGateways, showConfiguration } from '../handlers/server-state.ts';
import { addUser, listUsers } from '../handlers/users.ts';
import type { Authenticate } from '../operators/authenticate.ts';
import type { AccountAdministration, RecordStore, Revoker, ServerState } from '../ports/index.ts';
import { holdToBody } from './hold-to-body.ts';

export interface AdminParts {
  readonly issuer: string;
  readonly authenticate: Authenticate;
  readonly answerRefusal: AnswerRefusal;
  readonly records: RecordStore;
  readonly accounts: AccountAdministration;
  readonly revoker: Revoker;
  readonly state: ServerState;
}

/** Of a body; a user with all the roles and scopes allowed fits. */
const mostBytes = 32_768;

/** The admin API. Nobody gets further than the first hook without being an operator or an administrator. */
export function adminRoutes(parts: AdminParts): FastifyPluginAsync {
  return async (app) => {
    const bodies = holdToBody(app);
    acceptJson(app, { mostBytes, came: bodies.came });
    const sendProblem = answerProblems(app, parts.answerRefusal);

    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const { method, url: target, routeOptions } = request;
      const verdict = await parts.authenticate(request.headers.authorization, { method, target });
      if (verdict.verdict === 'refused') return sendProblem(reply, verdict.refusal);
      const { caller, bodyDigest } = verdict.token;
      if (bodyDigest !== undefined) bodies.promise(request, bodyDigest);
      request.log.info({ caller, method, route: routeOptions.url }, 'admin request');
    });

    app.get('/admin/explanations/:reference', answerWith(explainRequest(parts.records)));
    app.get('/admin/records', answerWith(listRecords(parts.records)));
    app.post('/admin/users', answerWith(addUser(parts.accounts), 201));
    app.get('/admin/users', answerWith(listUsers(parts.accounts)));
    app.post('/admin/revocations', answerWith(revokeTarget(parts), 201));
    app.get('/admin/configuration', answerWith(showConfiguration(parts.state)));
    app.get('/admin/gateways', answerWith(listGateways(parts.state)));
    app.all('/admin/*', (_request, reply) => sendProblem(reply, refusal('not_found.admin_api')));
  };
}

type Answer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function answerWith(handle: AdminHandler, status = 200): Answer {
  return async ({ params, query, body }, reply) =>
    reply.code(status).send(await handle({ parameters: params, query, body }));
}
