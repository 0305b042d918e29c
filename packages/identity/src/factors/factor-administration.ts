import {
  type AccountId,
  type FactorsAnswer,
  type ResetFactorsAnswer,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { AccountStore, PasskeyStore, SecondFactorStore } from '../ports/index.ts';
import { listFactors } from './own-factors.ts';

/** What an administrator sees and does of the second factors of others. */
export interface FactorAdministration {
  /** Rejects with `account_unknown`. */
  list(id: AccountId): Promise<FactorsAnswer>;
  /**
   * Takes all of them away, for who has lost app, passkeys and recovery codes: the password alone signs in then. Sessions go on.
   * Rejects with `account_unknown`.
   */
  reset(id: AccountId): Promise<ResetFactorsAnswer>;
}

export function createFactorAdministration(parts: {
  readonly accounts: Pick<AccountStore, 'findById'>;
  readonly secondFactors: SecondFactorStore;
  readonly passkeys: PasskeyStore;
  readonly audit: Audit;
}): FactorAdministration {
  async function known(id: AccountId): Promise<void> {
    if ((await parts.accounts.findById(id)) === undefined) {
      throw new SignetError(refusal('account_unknown', { id }));
    }
  }
  return {
    async list(id) {
      await known(id);
      return listFactors({ id }, parts);
    },
    async reset(id) {
      await known(id);
      const deed = parts.audit.deed('account.factor_removed', { target: { kind: 'account', id } });
      const removed = await parts.passkeys.removeAll(id, deed);
      const wasApp = await parts.secondFactors.remove(id, deed);
      return { account: id, reset: wasApp || removed > 0 };
    },
  };
}
