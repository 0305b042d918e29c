import { type AccountId, refusal, SignetError, type UserProvidersAnswer } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { AccountStore, ProviderLinkStore } from '../ports/index.ts';
import { listProviders, part } from './own-providers.ts';
import type { ProviderDirectory } from './provider-directory.ts';

/** What an administrator sees and does of the providers that sign others in. */
export interface ProviderAdministration {
  /** Rejects with `account_unknown`. */
  list(id: AccountId): Promise<UserProvidersAnswer>;
  /**
   * Also where nothing else signs the person in: whoever runs the place can let them in again. Sessions go on.
   * Rejects with `account_unknown`, or `provider_unknown` where that one does not sign them in.
   */
  part(id: AccountId, issuer: string): Promise<UserProvidersAnswer>;
}

export function createProviderAdministration(parts: {
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly providers: ProviderDirectory;
  readonly providerLinks: ProviderLinkStore;
  readonly audit: Audit;
}): ProviderAdministration {
  const joinedOf = async (id: AccountId): Promise<UserProvidersAnswer> => {
    const { providers } = await listProviders({ id }, parts);
    return { account: id, providers: providers.filter(({ joined }) => joined !== undefined) };
  };
  async function known(id: AccountId): Promise<void> {
    if ((await parts.accounts.findById(id)) === undefined) {
      throw new SignetError(refusal('account_unknown', { id }));
    }
  }
  return {
    async list(id) {
      await known(id);
      return joinedOf(id);
    },
    async part(id, issuer) {
      await known(id);
      if (!(await part({ id }, issuer, undefined, parts))) throw new SignetError(refusal('provider_unknown'));
      return joinedOf(id);
    },
  };
}
