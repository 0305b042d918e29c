import type { DecisionRecord } from '@signet/contracts';

/** Where decisions go. Must not block and must not throw; drops are the recorder's to count. */
export interface Recorder {
  record(record: DecisionRecord): void;
}
