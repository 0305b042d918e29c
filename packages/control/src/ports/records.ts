import type { DecisionRecord, Reference } from '@signet/contracts';

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
