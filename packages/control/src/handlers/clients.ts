import type { ClientSummary } from '@signet/contracts';
import type { Handlers, HttpCall } from '@signet/http';
import type { ClientAdministration } from '../ports/index.ts';

export type ClientEndpoint =
  | 'listClients'
  | 'addClient'
  | 'showClient'
  | 'changeClient'
  | 'removeClient'
  | 'addRegistrationToken'
  | 'addClientSecret'
  | 'endEarlierSecrets';

/** A secret that was made is in the answer to that call and nowhere else. */
export function clientHandlers(clients: ClientAdministration): Handlers<ClientEndpoint> {
  return {
    listClients: ({ query }) => clients.list(query),
    addClient: ({ body }) => clients.add(body),
    showClient: async ({ parameters }, call) => tagged(await clients.show(parameters.id), call),
    changeClient: async ({ parameters, condition, body }, call) =>
      tagged(await clients.change(parameters.id, condition.ifMatch, body), call),
    addRegistrationToken: ({ body }) => clients.addRegistrationToken(body),
    removeClient: ({ parameters }) => clients.remove(parameters.id),
    addClientSecret: ({ parameters, body }) => clients.addSecret(parameters.id, body),
    endEarlierSecrets: async ({ parameters }, call) =>
      tagged(await clients.endEarlierSecrets(parameters.id), call),
  };
}

function tagged(client: ClientSummary, { reply }: HttpCall): ClientSummary {
  if (client.etag !== undefined) reply.header('etag', client.etag);
  return client;
}
