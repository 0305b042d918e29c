import { foundation } from './0001-foundation.ts';
import { forgetSessions } from './0002-forget-sessions.ts';
import { grantsAndFamilies } from './0003-grants-and-families.ts';
import { keyTimes } from './0004-key-times.ts';
import { protocolEntries } from './0005-protocol-entries.ts';
import { sessionsOfAccount } from './0006-sessions-of-account.ts';
import { clients } from './0007-clients.ts';
import { audit } from './0008-audit.ts';
import { keysOfGrants } from './0009-keys-of-grants.ts';
import { secondFactors } from './0010-second-factors.ts';
import { mailQueue } from './0011-mail-queue.ts';
import { emailAddresses } from './0012-email-addresses.ts';
import { logoutNotices } from './0013-logout-notices.ts';
import { attributes } from './0014-attributes.ts';
import { passkeys } from './0015-passkeys.ts';
import { providerLinks } from './0016-provider-links.ts';
import { keySeries } from './0017-key-series.ts';
import { groups } from './0018-groups.ts';
import { declarations } from './0019-declarations.ts';
import { manyAccounts } from './0020-many-accounts.ts';
import { organizations } from './0021-organizations.ts';
import { failureJournal } from './0022-failure-journal.ts';
import { networksOfDevices } from './0023-networks-of-devices.ts';
import { consents } from './0024-consents.ts';
import { invitations } from './0025-invitations.ts';
import { clientOrigins } from './0026-client-origins.ts';
import { reachReports } from './0027-reach-reports.ts';
import { quotaPages } from './0028-quota-pages.ts';
import { apiKeys } from './0029-api-keys.ts';
import { configurations } from './0030-configurations.ts';
import { ledger } from './0031-ledger.ts';
import { modelProviders } from './0032-model-providers.ts';
import { prompts } from './0033-prompts.ts';
import { keptCalls } from './0034-kept-calls.ts';
import { toolTokens } from './0035-tool-tokens.ts';
import type { Migration } from './migration.ts';

/** Every step, in order; the place in the list is the version. */
export const migrations: readonly Migration[] = [
  foundation,
  forgetSessions,
  grantsAndFamilies,
  keyTimes,
  protocolEntries,
  sessionsOfAccount,
  clients,
  audit,
  keysOfGrants,
  secondFactors,
  mailQueue,
  emailAddresses,
  logoutNotices,
  attributes,
  passkeys,
  providerLinks,
  keySeries,
  groups,
  declarations,
  manyAccounts,
  organizations,
  failureJournal,
  networksOfDevices,
  consents,
  invitations,
  clientOrigins,
  reachReports,
  quotaPages,
  apiKeys,
  configurations,
  ledger,
  modelProviders,
  prompts,
  keptCalls,
  toolTokens,
];
