import type { AccountId, SessionId } from '@signet/contracts';

/** What one app is to be told of one session that ended. */
export interface LogoutNotice {
  /** Of session and client: the same for whoever finds out that it is to be told. */
  readonly id: string;
  readonly sid: SessionId;
  readonly accountId: AccountId;
  readonly clientId: string;
  /** How often it was tried in vain. */
  readonly attempts: number;
  /** Milliseconds since the epoch, as all times here. */
  readonly dueAt: number;
  /** Until when it is known, told or not, so that nobody tells it again. */
  readonly forgetAfter: number;
}

export interface LogoutNoticeStore {
  /** Keeps those that are not known; of known ones, told or not, nothing changes. */
  add(notices: readonly LogoutNotice[]): Promise<void>;
  /**
   * Those that are due `now`, the longest due first, at most `limit`. They are due again `until`, unless something else is said
   * of them before: of parallel calls, on however many nodes, one gets each.
   */
  take(now: number, until: number, limit: number): Promise<readonly LogoutNotice[]>;
  /** It was tried in vain. */
  postpone(id: string, attempts: number, dueAt: number): Promise<void>;
  /** Nothing more is to be done. */
  finish(id: string): Promise<void>;
  /** Removes what need not be known after `before`: at most `limit`; answers how many. */
  forget(before: number, limit: number): Promise<number>;
}
