import type { AccountId, AuditDeed } from '@signet/contracts';

/** What a person gave a server of tools of their own. */
export interface ToolToken {
  readonly accountId: AccountId;
  /** As `mcp.servers` calls it. */
  readonly server: string;
  /** Milliseconds since the epoch. */
  readonly givenAt: number;
  /** The token, and to which address it may go. */
  readonly sealed: string;
}

/** Whose it is, and for which server. */
export type ToolTokenPlace = Pick<ToolToken, 'accountId' | 'server'>;

/** One for each person and server. A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface ToolTokenStore {
  find(accountId: AccountId, server: string): Promise<ToolToken | undefined>;
  /** In the order of the characters of their servers' names. */
  of(accountId: AccountId): Promise<readonly ToolToken[]>;
  /** Puts it in the place of the one before, if any. `false`, and nothing is kept, where there is no such account. */
  give(token: ToolToken, deed?: AuditDeed): Promise<boolean>;
  /** `false` where there is none. */
  remove(accountId: AccountId, server: string, deed?: AuditDeed): Promise<boolean>;
  /** Of everybody, each once, at most so many that stand behind this one. */
  list(after: ToolTokenPlace | undefined, most: number): Promise<readonly ToolToken[]>;
  /** `false`, and nothing is changed, where it is not sealed as `before` any more. */
  reseal(place: ToolTokenPlace, before: string, after: string): Promise<boolean>;
}
