import { describe, expect, it } from 'vitest';
import { summarise } from './summary.ts';

const sample = (requestsPerSecond: number, cpuMicrosPerRequest: number) => ({
  requestsPerSecond,
  cpuMicrosPerRequest,
  p50Ms: 1,
  p99Ms: 2,
  megabytes: 80,
});
const haproxy = {
  stack: { name: 'haproxy', title: 'HAProxy' },
  samples: [sample(9_000, 90), sample(10_000, 80), sample(1, 500)],
};

describe('summarise', () => {
  it('takes the median of the rounds and compares Signet with it', () => {
    const signet = { stack: { name: 'signet', title: 'Signet' }, samples: [sample(18_000, 45)] };
    const { table, rows } = summarise([signet, haproxy]);
    expect(rows[1]).toEqual({
      name: 'haproxy',
      requestsPerSecond: 9_000,
      cpuMicrosPerRequest: 90,
      p50Ms: 1,
      p99Ms: 2,
      megabytes: 80,
    });
    expect(table[1]?.slice(-2)).toEqual([2, 0.5]);
  });

  it('compares like with like: an algorithm with the same algorithm', () => {
    const row = (name: string, cpu: number) => ({
      stack: { name, title: name },
      samples: [sample(1_000, cpu)],
    });
    const { table } = summarise([row('signet', 40), row('signet-es256', 60), row('haproxy-es256', 120)]);
    expect(table[2]?.at(-1)).toBe(0.5);
  });

  it('leaves the comparison out when Signet was not measured', () => {
    expect(summarise([haproxy]).table[0]?.slice(-2)).toEqual([undefined, undefined]);
  });
});
