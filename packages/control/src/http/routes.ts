import { type AnswerRefusal, type ControlExchanges, refusal } from '@signet/contracts';
import {
  acceptJson,
  answerProblems,
  comesFrom,
  type Handlers,
  serveEndpoints,
  serveNothingElse,
} from '@signet/http';
import type { FastifyPluginAsync } from 'fastify';
import { apiKeyHandlers } from '../handlers/api-keys.ts';
import { clientHandlers } from '../handlers/clients.ts';
import { configurationHandlers } from '../handlers/configurations.ts';
import { declarationHandlers } from '../handlers/declarations.ts';
import { explainRequest } from '../handlers/explain-request.ts';
import { listAudit } from '../handlers/list-audit.ts';
import { listRecords } from '../handlers/list-records.ts';
import { costHandlers } from '../handlers/llm-costs.ts';
import { sendTestMail } from '../handlers/mail.ts';
import { modelProviderHandlers } from '../handlers/model-providers.ts';
import { organizationHandlers } from '../handlers/organizations.ts';
import { promptHandlers } from '../handlers/prompts.ts';
import { rehearsalHandlers } from '../handlers/rehearsals.ts';
import { revokeTarget } from '../handlers/revoke-target.ts';
import { listSecrets, refreshSecrets } from '../handlers/secrets.ts';
import { listGateways, purgeAnswers, showConfiguration } from '../handlers/server-state.ts';
import { showRevocation } from '../handlers/show-revocation.ts';
import {
  listKeys,
  planRotation,
  renewApiSecret,
  resealKeys,
  retireKey,
  rotateKeys,
} from '../handlers/signing-keys.ts';
import { toolServerHandlers } from '../handlers/tool-servers.ts';
import { attributeHandlers, userGroupHandlers } from '../handlers/user-attributes.ts';
import { userConsents } from '../handlers/user-consents.ts';
import { userFactors } from '../handlers/user-factors.ts';
import { userProviders } from '../handlers/user-providers.ts';
import { addUser, inviteUser, userHandlers } from '../handlers/users.ts';
import type { Authenticate } from '../operators/authenticate.ts';
import { actorOf } from '../operators/caller.ts';
import { refuseScope } from '../operators/refuse-scope.ts';
import type {
  AccountAdministration,
  ApiKeyAdministration,
  AuditReader,
  ClientAdministration,
  ConfigurationAdministration,
  ConsentAdministration,
  CostReader,
  DeclarationAdministration,
  FactorAdministration,
  KeyAdministration,
  MailAdministration,
  ModelProviderAdministration,
  OrganizationAdministration,
  PromptAdministration,
  ProviderAdministration,
  RecordStore,
  RehearsalAdministration,
  RevocationReachReader,
  Revoker,
  SecretAdministration,
  ServerState,
  ToolServerAdministration,
  UserAdministration,
  UserAttributes,
  UserGroups,
} from '../ports/index.ts';
import { holdToBody } from './hold-to-body.ts';

export interface AdminParts {
  readonly issuer: string;
  readonly authenticate: Authenticate;
  readonly answerRefusal: AnswerRefusal;
  readonly records: RecordStore;
  readonly audit: AuditReader;
  readonly costs: CostReader;
  readonly accounts: AccountAdministration;
  readonly factors: FactorAdministration;
  readonly providers: ProviderAdministration;
  readonly consents: ConsentAdministration;
  readonly users: UserAdministration;
  readonly userAttributes: UserAttributes;
  readonly userGroups: UserGroups;
  readonly apiKeys: ApiKeyAdministration;
  readonly clients: ClientAdministration;
  readonly declarations: DeclarationAdministration;
  readonly organizations: OrganizationAdministration;
  readonly revoker: Revoker;
  readonly reach: RevocationReachReader;
  readonly keys: KeyAdministration;
  readonly mail: MailAdministration;
  readonly secrets: SecretAdministration;
  readonly modelProviders: ModelProviderAdministration;
  readonly toolServers: ToolServerAdministration;
  readonly state: ServerState;
  readonly configurations: ConfigurationAdministration;
  readonly prompts: PromptAdministration;
  readonly rehearsals: RehearsalAdministration;
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
      const lacking = refuseScope(caller, routeOptions.config.endpoint);
      if (lacking !== undefined) return sendProblem(reply, lacking);
      comesFrom(request, actorOf(caller));
      if (bodyDigest !== undefined) bodies.promise(request, bodyDigest);
      request.log.info({ caller: actorOf(caller), method, route: routeOptions.url }, 'admin request');
    });

    const handlers = adminHandlers(parts);
    serveEndpoints(app, handlers);
    serveNothingElse(app, handlers, (reply) => sendProblem(reply, refusal('not_found.admin_api')));
  };
}

function adminHandlers(parts: AdminParts): Handlers<keyof ControlExchanges> {
  return {
    explain: explainRequest(parts.records),
    listRecords: listRecords(parts.records),
    listAudit: listAudit(parts.audit),
    ...costHandlers(parts.costs),
    addUser: addUser(parts.accounts),
    inviteUser: inviteUser(parts.accounts),
    ...userFactors(parts.factors),
    ...userProviders(parts.providers),
    ...userConsents(parts.consents),
    ...userHandlers(parts.users),
    ...attributeHandlers(parts.userAttributes),
    ...userGroupHandlers(parts.userGroups),
    ...apiKeyHandlers(parts.apiKeys),
    ...clientHandlers(parts.clients),
    ...declarationHandlers(parts.declarations),
    ...organizationHandlers(parts.organizations),
    revoke: revokeTarget(parts),
    showRevocation: showRevocation(parts.reach),
    listKeys: listKeys(parts.keys),
    planRotation: planRotation(parts),
    rotateKeys: rotateKeys(parts.keys),
    retireKey: retireKey(parts.keys),
    renewApiSecret: renewApiSecret(parts.keys),
    resealKeys: resealKeys(parts.keys),
    sendTestMail: sendTestMail(parts.mail),
    listSecrets: listSecrets(parts.secrets),
    refreshSecrets: refreshSecrets(parts.secrets),
    ...modelProviderHandlers(parts.modelProviders),
    ...toolServerHandlers(parts.toolServers),
    ...configurationHandlers(parts.configurations),
    ...promptHandlers(parts.prompts),
    ...rehearsalHandlers(parts.rehearsals),
    showConfiguration: showConfiguration(parts.state),
    listGateways: listGateways(parts.state),
    purgeAnswers: purgeAnswers(parts.state),
  };
}
