import type {
  ConfigurationHistory,
  KeptCallStore,
  ModelProviderStore,
  PromptStore,
  ReachBoard,
  RecordStore,
} from '@signet/control/ports';
import type { Ledger, LedgerReader, QuotaBook } from '@signet/gateway/ports';
import type {
  AccountStore,
  ApiKeyStore,
  AuditLog,
  ClientStore,
  ConsentStore,
  DeclarationStore,
  EmailAddressStore,
  FailureJournal,
  FamilyStore,
  LogoutNoticeStore,
  MailQueue,
  OrganizationStore,
  PasskeyStore,
  ProtocolStore,
  ProviderLinkStore,
  RevocationLog,
  SecondFactorStore,
  SessionStore,
  SigningKeyStore,
  ToolTokenStore,
} from '@signet/identity/ports';

/** One adapter for every durable port, all over the same state. */
export interface Stores {
  readonly accounts: AccountStore;
  readonly apiKeys: ApiKeyStore;
  readonly clients: ClientStore;
  readonly declarations: DeclarationStore;
  readonly sessions: SessionStore;
  readonly families: FamilyStore;
  readonly revocations: RevocationLog;
  readonly signingKeys: SigningKeyStore;
  readonly secondFactors: SecondFactorStore;
  readonly passkeys: PasskeyStore;
  readonly protocol: ProtocolStore;
  readonly failureJournal: FailureJournal;
  readonly logoutNotices: LogoutNoticeStore;
  readonly audit: AuditLog;
  readonly mailQueue: MailQueue;
  readonly emails: EmailAddressStore;
  readonly providerLinks: ProviderLinkStore;
  readonly organizations: OrganizationStore;
  readonly consents: ConsentStore;
  readonly toolTokens: ToolTokenStore;
  readonly records: RecordStore;
  readonly reachBoard: ReachBoard;
  readonly configurations: ConfigurationHistory;
  readonly modelProviders: ModelProviderStore;
  readonly prompts: PromptStore;
  readonly keptCalls: KeptCallStore;
  readonly quotas: QuotaBook;
  readonly ledger: Ledger;
  readonly costs: LedgerReader;
}
