import { systemClocks } from '@signet/contracts';
import {
  createMemoryConfigurationHistory,
  createMemoryKeptCalls,
  createMemoryModelProviders,
  createMemoryPromptStore,
  createMemoryReachBoard,
  createMemoryRecords,
} from '@signet/control/ports';
import { createMemoryLedger, createMemoryQuotaBook } from '@signet/gateway/ports';
import {
  createMemoryAccounts,
  createMemoryApiKeys,
  createMemoryAudit,
  createMemoryClients,
  createMemoryConsents,
  createMemoryDeclarations,
  createMemoryEmailAddresses,
  createMemoryFailureJournal,
  createMemoryLogoutNotices,
  createMemoryMailQueue,
  createMemoryOrganizations,
  createMemoryPasskeys,
  createMemoryProtocol,
  createMemoryProviderLinks,
  createMemoryRevocations,
  createMemorySecondFactors,
  createMemorySigningKeys,
  createMemoryToolTokens,
  createMemoryWaysIn,
  MemorySessions,
} from '@signet/identity/ports';
import type { Stores } from '../stores.ts';

/** Every durable port without anything durable behind it: for tests and trials. */
export function createMemoryStores(): Stores {
  const audit = createMemoryAudit();
  const ledger = createMemoryLedger(systemClocks.wall);
  const revocations = createMemoryRevocations(audit);
  const emails = createMemoryEmailAddresses();
  const secondFactors = createMemorySecondFactors(audit);
  const ways = createMemoryWaysIn();
  const passkeys = createMemoryPasskeys(audit, ways);
  const providerLinks = createMemoryProviderLinks(audit, ways);
  const organizations = createMemoryOrganizations(audit);
  const consents = createMemoryConsents(audit);
  const toolTokens = createMemoryToolTokens(audit);
  const sessions = new MemorySessions(revocations, audit);
  return {
    accounts: createMemoryAccounts(
      audit,
      emails,
      [secondFactors, passkeys, providerLinks, organizations, consents, toolTokens, sessions],
      organizations,
    ),
    apiKeys: createMemoryApiKeys(audit),
    clients: createMemoryClients(audit),
    declarations: createMemoryDeclarations(audit),
    sessions,
    families: sessions,
    revocations,
    signingKeys: createMemorySigningKeys(audit, revocations),
    secondFactors,
    passkeys,
    protocol: createMemoryProtocol(),
    failureJournal: createMemoryFailureJournal(),
    logoutNotices: createMemoryLogoutNotices(),
    audit,
    emails,
    providerLinks,
    organizations,
    consents,
    toolTokens,
    mailQueue: createMemoryMailQueue(),
    records: createMemoryRecords(),
    reachBoard: createMemoryReachBoard(),
    configurations: createMemoryConfigurationHistory(audit),
    modelProviders: createMemoryModelProviders(audit),
    prompts: createMemoryPromptStore(audit),
    keptCalls: createMemoryKeptCalls(audit),
    quotas: createMemoryQuotaBook(),
    ledger,
    costs: ledger,
  };
}
