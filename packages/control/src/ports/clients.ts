import type {
  AddClientRequest,
  AddClientSecretRequest,
  Client,
  ClientSummary,
  ClientsAnswer,
  ClientsQuery,
  ClientWithSecret,
  RegistrationTokenAnswer,
  RegistrationTokenRequest,
  RemoveClientAnswer,
} from '@signet/contracts';

/** The clients of the identity provider, as an administrator may change them; wired by the composition root. */
export interface ClientAdministration {
  list(query: ClientsQuery): Promise<ClientsAnswer>;
  show(id: string): Promise<ClientSummary>;
  add(request: AddClientRequest): Promise<ClientWithSecret>;
  change(id: string, ifMatch: string, client: Client): Promise<ClientSummary>;
  remove(id: string): Promise<RemoveClientAnswer>;
  addSecret(id: string, request: AddClientSecretRequest): Promise<ClientWithSecret>;
  endEarlierSecrets(id: string): Promise<ClientSummary>;
  addRegistrationToken(request: RegistrationTokenRequest): Promise<RegistrationTokenAnswer>;
}
