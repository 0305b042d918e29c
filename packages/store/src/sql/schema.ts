import type {
  AccountId,
  ApiKeyId,
  FamilyId,
  GrantId,
  InvitationId,
  KeyId,
  KeySeries,
  MailId,
  OrganizationId,
  PasskeyId,
  Reference,
  RefreshTokenId,
  RevocationReason,
  SessionId,
  SignatureAlgorithm,
} from '@signet/contracts';
import type { ProtocolKind } from '@signet/identity/ports';

/**
 * The tables as both databases hold them. Times are integer milliseconds since the epoch, JSON is text,
 * and booleans are 0 or 1, because these read the same from SQLite and PostgreSQL.
 */
export interface Schema {
  readonly accounts: AccountRow;
  readonly holders: HolderRow;
  readonly api_keys: ApiKeyRow;
  readonly clients: ClientRow;
  readonly client_origins: ClientOriginRow;
  readonly sessions: SessionRow;
  readonly grants: GrantRow;
  readonly families: FamilyRow;
  readonly refresh_tokens: RefreshTokenRow;
  readonly counters: CounterRow;
  readonly revocations: RevocationRow;
  readonly signing_keys: SigningKeyRow;
  readonly totp_factors: TotpRow;
  readonly recovery_codes: RecoveryCodeRow;
  readonly passkeys: PasskeyRow;
  readonly protocol_entries: ProtocolEntryRow;
  readonly mail_queue: MailQueueRow;
  readonly email_addresses: EmailAddressRow;
  readonly provider_links: ProviderLinkRow;
  readonly declarations: DeclarationsRow;
  readonly organizations: OrganizationRow;
  readonly memberships: MembershipRow;
  readonly consents: ConsentRow;
  readonly invitations: InvitationRow;
  readonly failure_journal: FailureJournalRow;
  readonly logout_notices: LogoutNoticeRow;
  readonly decision_records: DecisionRecordRow;
  readonly reach_reports: ReachReportRow;
  readonly quota_pages: QuotaPageRow;
  readonly configurations: ConfigurationRow;
  readonly ledger_pages: LedgerPageRow;
  readonly ledger_requests: LedgerRequestRow;
  readonly ledger_shares: LedgerShareRow;
  readonly ledger_entries: LedgerEntryRow;
  readonly model_providers: ModelProviderRow;
  readonly tool_tokens: ToolTokenRow;
  readonly prompt_versions: PromptVersionRow;
  readonly prompt_publications: PromptPublicationRow;
  readonly kept_calls: KeptCallRow;
  readonly audit_entries: AuditEntryRow;
}

export interface AccountRow {
  id: AccountId;
  username: string;
  password_hash: string;
  password_is_one_time: number;
  /** JSON array of strings. */
  roles: string;
  /** JSON array of strings. */
  scopes: string;
  disabled: number;
  groups: string;
  /** `Attributes` as JSON. */
  attributes: string;
  created_at: number;
}

/** One for each role of an account and each group that it is in. */
export interface HolderRow {
  kind: 'role' | 'group';
  name: string;
  username: string;
  account_id: AccountId;
}

export interface ApiKeyRow {
  id: ApiKeyId;
  hash: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
  /** What else a `StoredApiKey` has, as JSON. */
  document: string;
}

export interface ClientRow {
  id: string;
  version: number;
  /** What else a `StoredClient` has, as JSON. */
  document: string;
  created_at: number;
}

export interface ClientOriginRow {
  origin: string;
  client_id: string;
}

export interface SessionRow {
  id: SessionId;
  account_id: AccountId;
  /** `Session['factors']` as JSON. */
  factors: string;
  /** Both null, or neither. */
  device_id: string | null;
  device_agent: string | null;
  device_network: string | null;
  started_at: number;
  expires_at: number;
  ended_at: number | null;
  end_reason: RevocationReason | null;
}

export interface GrantRow {
  id: GrantId;
  account_id: AccountId;
  client_id: string;
  /** `"all"` or an array of strings, as JSON. */
  scopes: string;
  /** JSON array of strings. */
  audiences: string;
  granted_at: number;
  proof_key: string | null;
  organization_id: OrganizationId | null;
}

export interface FamilyRow {
  id: FamilyId;
  session_id: SessionId;
  grant_id: GrantId;
  started_at: number;
  ended_at: number | null;
  end_reason: RevocationReason | 'session_ended' | null;
}

export interface RefreshTokenRow {
  id: RefreshTokenId;
  family_id: FamilyId;
  hash: string;
  issued_at: number;
  expires_at: number;
  used_at: number | null;
  /** The hash of the token that this one was exchanged for. */
  successor_hash: string | null;
}

export interface CounterRow {
  name: string;
  value: number;
}

export interface RevocationRow {
  sequence: number;
  /** A `RevocationTarget` as JSON. */
  target: string;
  reason: RevocationReason;
  revoked_at: number;
  forget_after: number;
}

export interface SigningKeyRow {
  id: KeyId;
  algorithm: SignatureAlgorithm;
  series: KeySeries;
  public_jwk: string;
  sealed_private_jwk: string;
  state: 'next' | 'active' | 'retiring';
  created_at: number;
  activated_at: number | null;
  published_until: number | null;
}

export interface TotpRow {
  account_id: AccountId;
  sealed_secret: string;
  added_at: number;
  last_step: number;
  failures: number;
  failed_at: number;
}

export interface RecoveryCodeRow {
  account_id: AccountId;
  hash: string;
}

export interface PasskeyRow {
  id: PasskeyId;
  account_id: AccountId;
  credential_id: string;
  public_key: string;
  counter: number;
  /** As JSON. */
  transports: string;
  is_synced: 0 | 1;
  is_backed_up: 0 | 1;
  name: string;
  added_at: number;
  used_at: number | null;
}

export interface ProtocolEntryRow {
  kind: ProtocolKind;
  hash: string;
  document: string;
  expires_at: number;
  used_at: number | null;
}

export interface EmailAddressRow {
  account_id: AccountId;
  address: string;
  verified_as: string | null;
}

export interface ProviderLinkRow {
  issuer: string;
  subject: string;
  account_id: AccountId;
  email: string | null;
  linked_at: number;
}

export interface OrganizationRow {
  id: OrganizationId;
  name: string;
  display_name: string;
  disabled: number;
  created_at: number;
}

export interface InvitationRow {
  id: InvitationId;
  organization_id: OrganizationId;
  address: string;
  /** One of each in an organisation. */
  comparable_address: string;
  /** JSON array of strings. */
  roles: string;
  invited_at: number;
  expires_at: number;
}

export interface MembershipRow {
  organization_id: OrganizationId;
  account_id: AccountId;
  /** JSON array of strings. */
  roles: string;
  joined_at: number;
  /** While what came of the membership is being ended; then the row goes. */
  ended_at: number | null;
}

export interface ConsentRow {
  account_id: AccountId;
  client_id: string;
  /** Empty: of none. */
  organization_id: OrganizationId | '';
  audience: string;
  /** JSON array of strings. */
  scopes: string;
  client_name: string;
  /** JSON array of strings. */
  redirect_uris: string;
  agreed_at: number;
  last_used_at: number | null;
}

export interface MailQueueRow {
  id: MailId;
  errand: string;
  queued_at: number;
  attempts: number;
  due_at: number;
}

export interface DeclarationsRow {
  id: 'all';
  document: string;
  version: number;
}

export interface FailureJournalRow {
  id: string;
  at: number;
  document: string;
}

export interface LogoutNoticeRow {
  id: string;
  session_id: SessionId;
  account_id: AccountId;
  client_id: string;
  attempts: number;
  /** Null once nothing more is to be done. */
  due_at: number | null;
  forget_after: number;
}

export interface DecisionRecordRow {
  reference: Reference;
  at: number;
  /** A `DecisionRecord` as JSON. */
  document: string;
}

export interface ReachReportRow {
  node: string;
  at: number;
  /** The followers that it knows, as JSON. */
  document: string;
}

export interface QuotaPageRow {
  /** A digest. */
  key: string;
  ends_at: number;
  used: number;
}

export interface AuditEntryRow {
  sequence: number;
  at: number;
  action: string;
  actor_kind: string;
  actor_id: string | null;
  target_kind: string | null;
  target_id: string | null;
  address: string | null;
  request_id: string | null;
  /** `AuditDetails` as JSON. */
  details: string | null;
  previous: string;
  hash: string;
}

export interface ConfigurationRow {
  number: number;
  /** JSON of all but the number and the text. */
  summary: string;
  /** Absent where the file of each node counts. */
  document: string | null;
}

export interface LedgerPageRow {
  /** A digest. */
  key: string;
  ends_at: number;
  budget: string;
  held: number;
  spent: number;
}

export interface LedgerRequestRow {
  id: string;
  state: 'open' | 'expired' | 'released' | 'settled';
  lease_until: number;
  /** When the last of its budgets ends. */
  keep_until: number;
  currency: string;
  /** As reserved; as booked once it is settled. */
  micros: number;
  tokens: number;
  /** JSON of texts by their names. */
  labels: string;
}

/** What one request counts in one budget. */
export interface LedgerShareRow {
  request: string;
  key: string;
  ends_at: number;
  counts: 'micros' | 'tokens';
  held: number;
  spent: number;
}

/** Written once. */
export interface LedgerEntryRow {
  request: string;
  step: number;
  kind: 'reserved' | 'moved' | 'settled' | 'released' | 'expired';
  at: number;
  currency: string;
  reserved_micros: number;
  settled_micros: number;
  released_micros: number;
  reserved_tokens: number;
  settled_tokens: number;
  released_tokens: number;
  /** These of what is settled alone. */
  labels: string | null;
  provenance: string | null;
  priced: 0 | 1 | null;
  input: number | null;
  output: number | null;
}

export interface ModelProviderRow {
  name: string;
  /** JSON of all but the name and the key. */
  document: string;
  sealed: string;
}

export interface ToolTokenRow {
  account_id: AccountId;
  server: string;
  given_at: number;
  sealed: string;
}

export interface PromptVersionRow {
  name: string;
  /** The how-manieth of its prompt it is, from 1 on: by it one of many writers is let in. */
  place: number;
  major: number;
  minor: number;
  published: number;
  /** JSON of who and when. */
  summary: string;
  /** A `PromptDefinition` as JSON. */
  document: string;
}

export interface PromptPublicationRow {
  name: string;
  number: number;
  /** A `Publication` as JSON, without its name and number. */
  document: string;
}

export interface KeptCallRow {
  reference: string;
  route: string;
  at: number;
  forget_at: number;
  asked: string;
  provider: string;
  model: string;
  /** A `KeptCall` as JSON. */
  document: string;
}
