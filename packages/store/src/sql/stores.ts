import type { Stores } from '../stores.ts';
import { createSqlConfigurationHistory } from './control/configuration-history.ts';
import { createSqlKeptCalls } from './control/kept-calls.ts';
import { createSqlModelProviders } from './control/model-providers.ts';
import { createSqlPromptStore } from './control/prompt-store.ts';
import { createSqlReachBoard } from './control/reach-board.ts';
import { createSqlRecords } from './control/records.ts';
import type { Database } from './database.ts';
import { createSqlLedger } from './gateway/ledger/ledger.ts';
import { createSqlQuotaBook } from './gateway/quota-book.ts';
import { createSqlAccounts } from './identity/accounts.ts';
import { createSqlApiKeys } from './identity/api-keys.ts';
import { createSqlAudit } from './identity/audit.ts';
import { createSqlClients } from './identity/clients.ts';
import { createSqlConsents } from './identity/consents.ts';
import { createSqlDeclarations } from './identity/declarations.ts';
import { createSqlEmailAddresses } from './identity/email-addresses.ts';
import { createSqlFailureJournal } from './identity/failure-journal.ts';
import { SqlFamilies } from './identity/families.ts';
import { createSqlLogoutNotices } from './identity/logout-notices.ts';
import { createSqlMailQueue } from './identity/mail-queue.ts';
import { createSqlOrganizations } from './identity/organizations.ts';
import { createSqlPasskeys } from './identity/passkeys.ts';
import { createSqlProtocol } from './identity/protocol.ts';
import { createSqlProviderLinks } from './identity/provider-links.ts';
import { createSqlRevocations } from './identity/revocations.ts';
import { createSqlSecondFactors } from './identity/second-factors.ts';
import { SqlSessions } from './identity/sessions.ts';
import { createSqlSigningKeys } from './identity/signing-keys.ts';
import { createSqlToolTokens } from './identity/tool-tokens.ts';

/** Every durable port over one database; the same queries for SQLite and PostgreSQL. */
export function createSqlStores(database: Database): Stores {
  const ledger = createSqlLedger(database);
  return {
    accounts: createSqlAccounts(database),
    apiKeys: createSqlApiKeys(database),
    clients: createSqlClients(database),
    declarations: createSqlDeclarations(database),
    sessions: new SqlSessions(database),
    families: new SqlFamilies(database),
    revocations: createSqlRevocations(database),
    signingKeys: createSqlSigningKeys(database),
    secondFactors: createSqlSecondFactors(database),
    passkeys: createSqlPasskeys(database),
    protocol: createSqlProtocol(database),
    failureJournal: createSqlFailureJournal(database),
    logoutNotices: createSqlLogoutNotices(database),
    audit: createSqlAudit(database),
    emails: createSqlEmailAddresses(database),
    providerLinks: createSqlProviderLinks(database),
    organizations: createSqlOrganizations(database),
    consents: createSqlConsents(database),
    mailQueue: createSqlMailQueue(database),
    records: createSqlRecords(database),
    reachBoard: createSqlReachBoard(database),
    configurations: createSqlConfigurationHistory(database),
    toolTokens: createSqlToolTokens(database),
    modelProviders: createSqlModelProviders(database),
    prompts: createSqlPromptStore(database),
    keptCalls: createSqlKeptCalls(database),
    quotas: createSqlQuotaBook(database),
    ledger,
    costs: ledger,
  };
}
