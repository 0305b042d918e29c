import type { Open } from '@signet/contracts/testing';
import {
  configurationHistoryContract,
  keptCallStoreContract,
  modelProviderStoreContract,
  promptStoreContract,
  reachBoardContract,
  recordStoreContract,
} from '@signet/control/ports/contracts';
import {
  type LedgerUnderTest,
  ledgerContract,
  ledgerReaderContract,
  quotaBookContract,
} from '@signet/gateway/ports/contracts';
import {
  accountStoreContract,
  apiKeyStoreContract,
  auditLogContract,
  clientStoreContract,
  consentStoreContract,
  declarationStoreContract,
  emailAddressStoreContract,
  failureJournalContract,
  familyStoreContract,
  logoutNoticeStoreContract,
  mailQueueContract,
  organizationStoreContract,
  passkeyStoreContract,
  protocolStoreContract,
  providerLinkStoreContract,
  revocationLogContract,
  secondFactorStoreContract,
  sessionStoreContract,
  signingKeyStoreContract,
  toolTokenStoreContract,
} from '@signet/identity/ports/contracts';
import type { Stores } from '../../stores.ts';
import { deedsContract } from './deeds.ts';
import { waysInContract } from './ways-in.ts';

/** The suites of all durable ports, against adapters over one state. */
export function storesContract(name: string, open: Open<Stores>): void {
  const only =
    <Port extends keyof Stores>(port: Port): Open<Stores[Port]> =>
    async () => {
      const opened = await open();
      return { adapter: opened.adapter[port], [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
    };
  const openLedger: Open<LedgerUnderTest> = async () => {
    const opened = await open();
    const { ledger, costs } = opened.adapter;
    return {
      adapter: { ...costs, ...ledger },
      [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
    };
  };
  accountStoreContract(name, only('accounts'));
  apiKeyStoreContract(name, only('apiKeys'));
  clientStoreContract(name, only('clients'));
  declarationStoreContract(name, only('declarations'));
  sessionStoreContract(name, open);
  familyStoreContract(name, open);
  revocationLogContract(name, only('revocations'));
  signingKeyStoreContract(name, only('signingKeys'));
  secondFactorStoreContract(name, only('secondFactors'));
  organizationStoreContract(name, open);
  consentStoreContract(name, open);
  toolTokenStoreContract(name, open);
  passkeyStoreContract(name, only('passkeys'));
  failureJournalContract(name, only('failureJournal'));
  logoutNoticeStoreContract(name, only('logoutNotices'));
  protocolStoreContract(name, only('protocol'));
  auditLogContract(name, only('audit'));
  deedsContract(name, open);
  waysInContract(name, open);
  emailAddressStoreContract(name, only('emails'));
  providerLinkStoreContract(name, only('providerLinks'));
  mailQueueContract(name, only('mailQueue'));
  recordStoreContract(name, only('records'));
  reachBoardContract(name, only('reachBoard'));
  configurationHistoryContract(name, only('configurations'));
  modelProviderStoreContract(name, only('modelProviders'));
  promptStoreContract(name, only('prompts'));
  keptCallStoreContract(name, only('keptCalls'));
  quotaBookContract(name, only('quotas'));
  ledgerContract(name, openLedger);
  ledgerReaderContract(name, openLedger);
}
