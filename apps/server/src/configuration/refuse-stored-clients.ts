import { type Configuration, refusal, SignetError } from '@signet/contracts';
import type { ClientStore } from '@signet/identity/ports';

/**
 * A client in two places would be whichever was looked at first.
 * @throws SignetError `configuration_invalid` for one that was added by command or API as well
 */
export async function refuseStoredClients(
  { clients }: Pick<Configuration, 'clients'>,
  store: Pick<ClientStore, 'find'>,
): Promise<void> {
  for (const client of Object.keys(clients)) {
    if ((await store.find(client)) !== undefined) {
      throw new SignetError(refusal('configuration_invalid.stored_client', { client }));
    }
  }
}
