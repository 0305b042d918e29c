import {
  adminAudience,
  type Clocks,
  createAnswerRefusal,
  type DecisionRecord,
  operatorCredential,
} from '@signet/contracts';
import type { VerificationKey } from '@signet/token/keys';
import type { FastifyPluginAsync } from 'fastify';
import { adminRoutes } from './http/routes.ts';
import { createAuthenticate } from './operators/authenticate.ts';
import { createCheckOperator } from './operators/check-operator.ts';
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
  VerifyAccessToken,
} from './ports/index.ts';

export interface ControlOptions {
  readonly issuer: string;
  readonly records: RecordStore;
  readonly audit: AuditReader;
  readonly costs: CostReader;
  readonly users: UserAdministration;
  readonly userAttributes: UserAttributes;
  readonly userGroups: UserGroups;
  readonly accounts: AccountAdministration;
  readonly factors: FactorAdministration;
  readonly providers: ProviderAdministration;
  readonly consents: ConsentAdministration;
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
  /** 32 bytes by `deriveOperatorKey` of `@signet/contracts`. */
  readonly operatorKey: Uint8Array<ArrayBuffer>;
  readonly verifyAccessToken: VerifyAccessToken;
  readonly state: ServerState;
  readonly configurations: ConfigurationAdministration;
  readonly prompts: PromptAdministration;
  readonly rehearsals: RehearsalAdministration;
  readonly clocks: Clocks;
  /** Keeps what `signet explain` tells of a refusal; must not wait. Absent: refusals stand in the log only. */
  readonly recordRefusal?: (record: DecisionRecord) => void;
}

export interface Control {
  readonly routes: FastifyPluginAsync;
}

/** Puts the admin API together. */
export async function createControl(options: ControlOptions): Promise<Control> {
  const key = await importOperatorKey(options.operatorKey);
  const checkOperator = createCheckOperator({ ...options, key });
  const authenticate = createAuthenticate({ ...options, checkOperator });
  const answerRefusal = createAnswerRefusal({
    realm: adminAudience(options.issuer),
    issuer: options.issuer,
    node: 'control',
    wall: options.clocks.wall,
    record: options.recordRefusal,
  });
  return { routes: adminRoutes({ ...options, authenticate, answerRefusal }) };
}

async function importOperatorKey(bytes: Uint8Array<ArrayBuffer>): Promise<VerificationKey> {
  const parameters = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes, parameters, false, ['verify']);
  return { algorithm: operatorCredential.algorithm, key };
}
