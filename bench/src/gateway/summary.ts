import type { Findings } from '../bench.ts';
import { median } from '../measure/percentile.ts';
import type { Sample } from './measure-stack.ts';
import type { Stack } from './stacks/stack.ts';

/** A stack with its samples, one a round. */
export interface Measured {
  readonly stack: Pick<Stack, 'name' | 'title'>;
  readonly samples: readonly Sample[];
}

const columns = [
  { title: 'row' },
  { title: 'stack' },
  { title: 'requests/s' },
  { title: 'CPU µs/request', decimals: 1 },
  { title: 'p50 ms', decimals: 2 },
  { title: 'p99 ms', decimals: 2 },
  { title: "Signet's requests ×", decimals: 2 },
  { title: "Signet's CPU ×", decimals: 2 },
];

/** The median of each figure, and what Signet does and costs as a multiple of each stack. */
export function summarise(measured: readonly Measured[]): Findings {
  const rows = measured.map(({ stack, samples }) => ({ name: stack.name, ...middle(samples) }));
  const table = rows.map((row, at) => {
    const signet = rows.find(({ name }) => name === comparable(row.name));
    return [
      row.name,
      measured[at]?.stack.title,
      row.requestsPerSecond,
      row.cpuMicrosPerRequest,
      row.p50Ms,
      row.p99Ms,
      signet && signet.requestsPerSecond / row.requestsPerSecond,
      signet && signet.cpuMicrosPerRequest / row.cpuMicrosPerRequest,
    ];
  });
  return { columns, table, rows };
}

/** The row of Signet that does the same: that of the same algorithm, where the row has one of its own. */
function comparable(name: string): string {
  return `signet${/-(?:es|hs)256$/.exec(name)?.[0] ?? ''}`;
}

function middle(samples: readonly Sample[]): Sample {
  const of = (figure: keyof Sample): number => median(samples.map((sample) => sample[figure]));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    cpuMicrosPerRequest: of('cpuMicrosPerRequest'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    megabytes: of('megabytes'),
  };
}
