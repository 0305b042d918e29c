import {
  type AddUserAnswer,
  type AddUserRequest,
  addUserAnswerSchema,
  type ConfigurationState,
  configurationStateSchema,
  type DecisionRecord,
  decisionRecordSchema,
  type GatewaysAnswer,
  gatewaysAnswerSchema,
  type RecordsAnswer,
  type RevokeAnswer,
  type RevokeRequest,
  recordsAnswerSchema,
  revokeAnswerSchema,
  type UsersAnswer,
  usersAnswerSchema,
} from '@signet/contracts';
import { type AdminConnection, createAdminCall } from './admin-call.ts';

/**
 * The admin API with types. Every method rejects with the server's refusal as a `SignetError`, with
 * `AnswerNotUnderstood` where something else than Signet answered, and with what `fetch` throws where nobody did.
 */
export interface AdminClient {
  explain(reference: string): Promise<DecisionRecord>;
  /** The newest `limit` decisions, newest first. */
  records(limit?: number): Promise<RecordsAnswer>;
  addUser(user: AddUserRequest): Promise<AddUserAnswer>;
  listUsers(): Promise<UsersAnswer>;
  revoke(target: RevokeRequest): Promise<RevokeAnswer>;
  configuration(): Promise<ConfigurationState>;
  gateways(): Promise<GatewaysAnswer>;
}

export function createAdminClient(connection: AdminConnection): AdminClient {
  const call = createAdminCall(connection);
  return {
    explain: (reference) =>
      call('GET', `/admin/explanations/${encodeURIComponent(reference)}`, decisionRecordSchema),
    records: (limit = 100) => call('GET', `/admin/records?limit=${limit}`, recordsAnswerSchema),
    addUser: (user) => call('POST', '/admin/users', addUserAnswerSchema, user),
    listUsers: () => call('GET', '/admin/users', usersAnswerSchema),
    revoke: (target) => call('POST', '/admin/revocations', revokeAnswerSchema, target),
    configuration: () => call('GET', '/admin/configuration', configurationStateSchema),
    gateways: () => call('GET', '/admin/gateways', gatewaysAnswerSchema),
  };
}
