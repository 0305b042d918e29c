import type {
  AccountId,
  AddUserRequest,
  ConfigurationState,
  DecisionRecord,
  ErrorCode,
  GatewayState,
  Reference,
  RevocationEntry,
  RevocationReason,
  RevocationTarget,
  UserSummary,
} from '@signet/contracts';
import type { Verdict } from '@signet/token';

/** Decisions of the gateways and refusals of the control side, kept for a while so that they can be explained. */
export interface RecordStore {
  /** One transaction; records whose reference is already there are left as they are. */
  append(records: readonly DecisionRecord[]): Promise<void>;
  find(reference: Reference): Promise<DecisionRecord | undefined>;
  /** Newest first. */
  recent(limit: number): Promise<readonly DecisionRecord[]>;
  /** Keeps the newest `keep` records; answers how many went. */
  prune(keep: number): Promise<number>;
}

/** What the admin API needs of the identity provider; wired by the composition root. */
export interface AccountAdministration {
  add(account: AddUserRequest): Promise<{ readonly id: AccountId; readonly oneTimePassword?: string }>;
  list(): Promise<readonly UserSummary[]>;
}

/** Revokes durably, and tells the gateways, before it resolves. */
export interface Revoker {
  revoke(target: RevocationTarget, reason: RevocationReason): Promise<RevocationEntry>;
  /** Seconds since the epoch: every token of our own issuer is dated up to this. */
  issuedSoFar(): number;
}

/** Signature, audience, session and revocation of an access token of our own identity provider. */
export type VerifyAccessToken = (
  token: string,
  audience: string,
) => Promise<Verdict<{ readonly sub: AccountId; readonly roles: readonly string[] }, ErrorCode>>;

/** What the running server tells of itself. */
export interface ServerState {
  configuration(): ConfigurationState;
  gateways(): readonly GatewayState[] | Promise<readonly GatewayState[]>;
}
