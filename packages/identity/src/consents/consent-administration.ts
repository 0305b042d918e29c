import {
  type AccountId,
  refusal,
  SignetError,
  type UserConsentsAnswer,
  type WithdrawnAnswer,
} from '@signet/contracts';
import type { AccountStore } from '../ports/index.ts';
import { type AgreedAppsParts, agreedApps } from './agreed-apps.ts';
import { type WithdrawConsentParts, withdrawConsent } from './withdraw-consent.ts';

/** What an administrator sees and does of the apps that others let in. */
export interface ConsentAdministration {
  /** Rejects with `account_unknown`. */
  list(id: AccountId): Promise<UserConsentsAnswer>;
  /** Rejects with `account_unknown`, or `consent_unknown` where the app has nothing of the person. */
  withdraw(id: AccountId, client: string): Promise<WithdrawnAnswer>;
}

export function createConsentAdministration(
  parts: AgreedAppsParts & WithdrawConsentParts & { readonly accounts: Pick<AccountStore, 'findById'> },
): ConsentAdministration {
  async function known(id: AccountId): Promise<void> {
    if ((await parts.accounts.findById(id)) === undefined) {
      throw new SignetError(refusal('account_unknown', { id }));
    }
  }
  return {
    async list(id) {
      await known(id);
      return { account: id, ...(await agreedApps(id, parts)) };
    },
    async withdraw(id, client) {
      await known(id);
      const withdrawn = await withdrawConsent(id, client, undefined, parts);
      if (withdrawn.kind === 'denied') throw new SignetError(withdrawn.refusal);
      return withdrawn.value;
    },
  };
}
