export { chainDeed } from '../audit/chain.ts';
export { mergeConsent } from '../consents/merge-consent.ts';
export { assertNext } from '../keys/key-states.ts';
export {
  decideRotation,
  isJustUsed,
  longestChain,
  type RotationDecision,
  type RotationState,
} from '../refresh/decide-rotation.ts';
export { assertFamilyOf, assertTokenOf } from '../sessions/belonging.ts';
export { endedByReuse, sessionRevocation } from '../sessions/endings.ts';
export { createMemoryAccounts } from './accounts.memory.ts';
export type { Account, AccountChange, AccountPage, AccountStore, Joining, Newcomer } from './accounts.ts';
export { createMemoryApiKeys } from './api-keys.memory.ts';
export type { ApiKeyStore, StoredApiKey } from './api-keys.ts';
export { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
export type { AuditLog, AuditPage } from './audit.ts';
export { createMemoryClients } from './clients.memory.ts';
export type { ClientSecret, ClientStore, StoredClient } from './clients.ts';
export { createMemoryConsents } from './consents.memory.ts';
export type { Consent, ConsentPlace, ConsentStore, GivenConsent } from './consents.ts';
export { createMemoryDeclarations } from './declarations.memory.ts';
export type { DeclarationStore, StoredDeclarations } from './declarations.ts';
export { nothingDeclared } from './declarations.ts';
export { createMemoryEmailAddresses } from './email-addresses.memory.ts';
export type { AccountEmail, EmailAddressStore } from './email-addresses.ts';
export { createMemoryFailureJournal } from './failure-journal.memory.ts';
export type { FailureEntry, FailureJournal } from './failure-journal.ts';
export type {
  Family,
  FamilyStore,
  Grant,
  KeptRefreshToken,
  Lineage,
  NewFamily,
  RefreshToken,
  Rotation,
  RotationRule,
} from './families.ts';
export { createMemoryKeySigner, newPair, signAs } from './key-signer.memory.ts';
export type { KeySigner, SignerKey } from './key-signer.ts';
export type { Attempt, LoginThrottle, SignInAttempt, Throttled } from './login-throttle.ts';
export { createMemoryLogoutNotices } from './logout-notices.memory.ts';
export type { LogoutNotice, LogoutNoticeStore } from './logout-notices.ts';
export { createMemoryMailQueue } from './mail-queue.memory.ts';
export type { MailQueue, QueuedMail } from './mail-queue.ts';
export { createMemoryOrganizations } from './organizations.memory.ts';
export type {
  Belonging,
  Invitation,
  Membership,
  Organization,
  OrganizationChange,
  OrganizationStore,
} from './organizations.ts';
export { createMemoryPasskeys } from './passkeys.memory.ts';
export type { PasskeyStore, PasskeyUse, StoredPasskey } from './passkeys.ts';
export type { Mail, Post } from './post.ts';
export { createMemoryProtocol } from './protocol.memory.ts';
export type { ProtocolEntry, ProtocolKey, ProtocolKind, ProtocolStore, ProtocolUse } from './protocol.ts';
export { createMemoryProviderLinks } from './provider-links.memory.ts';
export type { ProviderLink, ProviderLinkStore } from './provider-links.ts';
export { createMemoryRevocations, type MemoryRevocationLog } from './revocations.memory.ts';
export type {
  Follower,
  FollowerTurn,
  FollowerWatch,
  RevocationAnnouncer,
  RevocationLog,
} from './revocations.ts';
export { createMemorySecondFactors } from './second-factors.memory.ts';
export type { SecondFactorStore, StoredTotp } from './second-factors.ts';
export type { Device, Ending, Factor, Session } from './session.ts';
export { MemorySessions } from './sessions.memory.ts';
export type { SessionStore, UsedSession } from './sessions.ts';
export { createMemorySigningKeys } from './signing-keys.memory.ts';
export type { KeyChange, Reseal, SigningKeyStore, StoredSigningKey } from './signing-keys.ts';
export { createMemoryToolTokens } from './tool-tokens.memory.ts';
export type { ToolToken, ToolTokenPlace, ToolTokenStore } from './tool-tokens.ts';
export type { RemovableWay, RemovedBeside } from './way-in.ts';
export { createMemoryWaysIn } from './ways-in.memory.ts';
