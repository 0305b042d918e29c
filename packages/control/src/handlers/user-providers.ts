import type { Handlers } from '@signet/http';
import type { ProviderAdministration } from '../ports/index.ts';

/** Which other providers sign the owners of accounts in. */
export function userProviders(
  providers: ProviderAdministration,
): Handlers<'listUserProviders' | 'partUserProvider'> {
  return {
    listUserProviders: ({ parameters }) => providers.list(parameters.account),
    partUserProvider: ({ parameters, body }) => providers.part(parameters.account, body.issuer),
  };
}
