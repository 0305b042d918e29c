import { describe, expect, it } from 'vitest';
import { leastLoaded, roundRobin } from './balance.ts';
import { Target } from './target.ts';

function target(port: number, weight: number): Target {
  const limits = {
    connectTimeout: 100,
    timeout: 100,
    maxConnections: 10,
    waitTimeout: 100,
    protocol: 'http1' as const,
    ejectAfter: 3,
    ejectFor: 100,
  };
  return new Target({ url: `http://127.0.0.1:${port}`, weight, ...limits });
}

describe('roundRobin', () => {
  it('gives each target the share of its weight, spread out', () => {
    const targets = [target(1, 5), target(2, 1), target(3, 1)];
    const order = Array.from({ length: 7 }, () => roundRobin(targets).name.slice(-1)).join('');
    expect(order).toBe('1121311');
  });

  it('goes on evenly round after round', () => {
    const targets = [target(1, 2), target(2, 1)];
    const names = Array.from({ length: 300 }, () => roundRobin(targets).name);
    expect(names.filter((name) => name.endsWith(':1'))).toHaveLength(200);
  });
});

describe('leastLoaded', () => {
  it('takes the target with the fewest requests for its weight', () => {
    const [busy, idle] = [target(1, 1), target(2, 1)];
    const request = { method: 'GET', target: '/', host: 'a', headers: [], body: { kind: 'none' } } as const;
    const handler = {
      early: () => undefined,
      switched: () => {},
      head: () => {},
      body: () => true,
      end: () => {},
      failed: () => {},
    };
    const exchange = busy.pool.exchange(request, handler);
    expect(leastLoaded([busy, idle])).toBe(idle);
    exchange.abort();
  });

  it('shares out among equals', () => {
    const targets = [target(1, 1), target(2, 1)];
    expect(new Set([leastLoaded(targets), leastLoaded(targets)]).size).toBe(2);
  });
});
