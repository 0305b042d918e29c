import type { Findings } from '../bench.ts';
import { median } from '../measure/percentile.ts';
import type { Costs } from './measure.ts';
import { difference } from './questions.ts';
import type { Stack } from './stacks.ts';

/** A stack with what it cost, one a round. */
export interface Measured {
  readonly stack: Pick<Stack, 'name' | 'title'>;
  readonly samples: readonly Costs[];
}

const columns = [
  { title: 'row' },
  { title: 'stack' },
  { title: 'whole µs', decimals: 0 },
  { title: '× raw', decimals: 2 },
  { title: 'short stream µs', decimals: 0 },
  { title: '× raw', decimals: 2 },
  { title: 'chunk µs', decimals: 1 },
  { title: '× raw', decimals: 2 },
];

/** The median of each figure, and each as a multiple of the proxy that reads nothing. */
export function summarise(measured: readonly Measured[]): Findings {
  const rows = measured.map(({ stack: { name, title }, samples }) => {
    const of = (kind: keyof Costs): number => median(samples.map((sample) => sample[kind]));
    const chunk = median(samples.map(({ long, short }) => (long - short) / difference));
    return { name, title, whole: of('json'), short: of('short'), chunk };
  });
  const raw = rows.find(({ name }) => name === 'raw');
  const table = rows.map(({ name, title, whole, short, chunk }) => [
    ...[name, title, whole, raw && whole / raw.whole],
    ...[short, raw && short / raw.short, chunk, raw && chunk / raw.chunk],
  ]);
  const results = rows.flatMap(({ name, whole, short, chunk }) => [
    { name: `${name}-whole`, cpuMicrosPerRequest: whole },
    { name: `${name}-short`, cpuMicrosPerRequest: short },
    { name: `${name}-chunk`, cpuMicrosPerRequest: chunk },
  ]);
  return { columns, table, rows: results };
}
