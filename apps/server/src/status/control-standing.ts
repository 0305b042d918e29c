import type { Metric } from './exposition.ts';

/** What a gateway node knows from control nodes. */
export interface ControlStanding {
  readonly connected: boolean;
  /** Milliseconds since it knew everything; absent where it does not know. */
  readonly ageMs: number | undefined;
  /** Records that there was no room for while it was cut off. */
  readonly dropped: number;
}

export function controlMetrics({ connected, ageMs, dropped }: ControlStanding): readonly Metric[] {
  return [
    {
      name: 'signet_node_control_connected',
      help: '0: no control node is there, and the gateways go on by what they know.',
      type: 'gauge',
      samples: [{ labels: {}, value: connected ? 1 : 0 }],
    },
    {
      name: 'signet_node_snapshot_age_seconds',
      help: 'Since this node knew all that is revoked; absent where it does not know.',
      type: 'gauge',
      samples: ageMs === undefined ? [] : [{ labels: {}, value: ageMs / 1000 }],
    },
    {
      name: 'signet_node_records_dropped_total',
      help: 'Decisions that there was no room for while no control node was there.',
      type: 'counter',
      samples: [{ labels: {}, value: dropped }],
    },
  ];
}
