import type { AuditDeed, KeptCall, KeptCallSummary } from '@signet/contracts';

export interface KeptCallsWanted {
  readonly route: string;
  /** The first moment, and now: what was to be forgotten by then is not told, whether it is gone or not. */
  readonly since: number;
  readonly now: number;
  readonly limit: number;
}

/** Calls of models whose routes keep them, masked before they come here. */
export interface KeptCallStore {
  /** One that is known by its reference stays as it is. */
  append(calls: readonly KeptCall[]): Promise<void>;
  /** Undefined for one that is not known, or that is over. */
  find(reference: string, now: number): Promise<KeptCall | undefined>;
  /** Of a route, from the newest; without what was asked and answered, which may be much. */
  list(wanted: KeptCallsWanted): Promise<readonly KeptCallSummary[]>;
  /** Forgets all of a route, and says how many went; the deed is kept with it, where any did. */
  purge(route: string, deed?: AuditDeed): Promise<number>;
  /** Of all but so many, removes those that would be over first, at most so many, and says how many went. */
  trim(keep: number, limit: number): Promise<number>;
  /** Removes those that are over, at most so many, and says how many went. */
  forget(now: number, limit: number): Promise<number>;
}
