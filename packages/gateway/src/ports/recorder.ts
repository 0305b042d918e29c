import type { DecisionRecord, KeptCall } from '@signet/contracts';

/** Where decisions go. Must not block and must not throw; drops are the recorder's to count. */
export interface Recorder {
  record(record: DecisionRecord): void;
  /** What was asked of a model and answered, masked, of a route that keeps it. */
  keep(call: KeptCall): void;
}
