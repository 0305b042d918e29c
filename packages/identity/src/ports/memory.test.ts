import { openedPlain } from '@signet/contracts/testing';
import { accountStoreContract } from './accounts.contract.ts';
import { createMemoryAccounts } from './accounts.memory.ts';
import { apiKeyStoreContract } from './api-keys.contract.ts';
import { createMemoryApiKeys } from './api-keys.memory.ts';
import { auditLogContract } from './audit.contract.ts';
import { createMemoryAudit } from './audit.memory.ts';
import { clientStoreContract } from './clients.contract.ts';
import { createMemoryClients } from './clients.memory.ts';
import { consentStoreContract } from './consents.contract.ts';
import { createMemoryConsents } from './consents.memory.ts';
import { declarationStoreContract } from './declarations.contract.ts';
import { createMemoryDeclarations } from './declarations.memory.ts';
import { emailAddressStoreContract } from './email-addresses.contract.ts';
import { createMemoryEmailAddresses } from './email-addresses.memory.ts';
import { failureJournalContract } from './failure-journal.contract.ts';
import { createMemoryFailureJournal } from './failure-journal.memory.ts';
import { familyStoreContract } from './families.contract.ts';
import { keySignerContract } from './key-signer.contract.ts';
import { createMemoryKeySigner } from './key-signer.memory.ts';
import { loginThrottleContract } from './login-throttle.contract.ts';
import { createMemoryLoginThrottle } from './login-throttle.memory.ts';
import { logoutNoticeStoreContract } from './logout-notices.contract.ts';
import { createMemoryLogoutNotices } from './logout-notices.memory.ts';
import { mailQueueContract } from './mail-queue.contract.ts';
import { createMemoryMailQueue } from './mail-queue.memory.ts';
import { organizationStoreContract } from './organizations.contract.ts';
import { createMemoryOrganizations } from './organizations.memory.ts';
import { passkeyStoreContract } from './passkeys.contract.ts';
import { createMemoryPasskeys } from './passkeys.memory.ts';
import { protocolStoreContract } from './protocol.contract.ts';
import { createMemoryProtocol } from './protocol.memory.ts';
import { providerLinkStoreContract } from './provider-links.contract.ts';
import { createMemoryProviderLinks } from './provider-links.memory.ts';
import { revocationLogContract } from './revocations.contract.ts';
import { createMemoryRevocations } from './revocations.memory.ts';
import { secondFactorStoreContract } from './second-factors.contract.ts';
import { createMemorySecondFactors } from './second-factors.memory.ts';
import { sessionStoreContract } from './sessions.contract.ts';
import { MemorySessions } from './sessions.memory.ts';
import { signingKeyStoreContract } from './signing-keys.contract.ts';
import { createMemorySigningKeys } from './signing-keys.memory.ts';
import { toolTokenStoreContract } from './tool-tokens.contract.ts';
import { createMemoryToolTokens } from './tool-tokens.memory.ts';

accountStoreContract(
  'memory',
  openedPlain(() => createMemoryAccounts()),
);
apiKeyStoreContract(
  'memory',
  openedPlain(() => createMemoryApiKeys()),
);
auditLogContract('memory', openedPlain(createMemoryAudit));
clientStoreContract(
  'memory',
  openedPlain(() => createMemoryClients()),
);
consentStoreContract(
  'memory',
  openedPlain(() => {
    const consents = createMemoryConsents();
    return { consents, accounts: createMemoryAccounts(undefined, undefined, [consents]) };
  }),
);
declarationStoreContract(
  'memory',
  openedPlain(() => createMemoryDeclarations()),
);
emailAddressStoreContract('memory', openedPlain(createMemoryEmailAddresses));
mailQueueContract('memory', openedPlain(createMemoryMailQueue));
failureJournalContract('memory', openedPlain(createMemoryFailureJournal));
loginThrottleContract('memory', createMemoryLoginThrottle);
logoutNoticeStoreContract('memory', openedPlain(createMemoryLogoutNotices));
organizationStoreContract(
  'memory',
  openedPlain(() => {
    const organizations = createMemoryOrganizations();
    return {
      organizations,
      accounts: createMemoryAccounts(undefined, undefined, [organizations], organizations),
    };
  }),
);
passkeyStoreContract(
  'memory',
  openedPlain(() => createMemoryPasskeys()),
);
providerLinkStoreContract(
  'memory',
  openedPlain(() => createMemoryProviderLinks()),
);
protocolStoreContract('memory', openedPlain(createMemoryProtocol));
revocationLogContract(
  'memory',
  openedPlain(() => createMemoryRevocations()),
);
secondFactorStoreContract(
  'memory',
  openedPlain(() => createMemorySecondFactors()),
);
toolTokenStoreContract(
  'memory',
  openedPlain(() => {
    const toolTokens = createMemoryToolTokens();
    return { toolTokens, accounts: createMemoryAccounts(undefined, undefined, [toolTokens]) };
  }),
);
signingKeyStoreContract(
  'memory',
  openedPlain(() => createMemorySigningKeys()),
);
const openSessions = openedPlain(() => {
  const revocations = createMemoryRevocations();
  const sessions = new MemorySessions(revocations);
  return { revocations, sessions, families: sessions };
});
sessionStoreContract('memory', openSessions);
familyStoreContract('memory', openSessions);

keySignerContract('createMemoryKeySigner', openedPlain(createMemoryKeySigner));
