import type { Door } from './door.ts';
import type { Reception } from './reception.ts';
import type { Counters } from './recording/counters.ts';
import type { Meter } from './recording/meter.ts';
import type { SnapshotHolder } from './snapshot/swap.ts';

/** What stands in front of the steps works with. */
export interface ListenOptions {
  readonly snapshots: SnapshotHolder;
  readonly reception: Reception;
  readonly counters: Counters;
  readonly meter: Meter;
  readonly door: Door;
}
