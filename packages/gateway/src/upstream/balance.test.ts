import { describe, expect, it } from 'vitest';
import { byPlace, leastLoaded, roundRobin, twoChoices } from './balance.ts';
import { placeOf } from './place-of.ts';
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
    refreshNames: 30_000,
  };
  return new Target({ url: `http://127.0.0.1:${port}`, weight, ...limits });
}

/** Has a request in progress. @returns how to end it */
function loaded({ pool }: Target): () => void {
  const request = { method: 'GET', target: '/', host: 'a', headers: [], body: { kind: 'none' } } as const;
  const exchange = pool.exchange(request, {
    early: () => undefined,
    switched: () => {},
    head: () => {},
    body: () => true,
    end: () => {},
    failed: () => {},
  });
  return () => exchange.abort();
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
    const end = loaded(busy);
    expect(leastLoaded([busy, idle])).toBe(idle);
    end();
  });

  it('shares out among equals', () => {
    const targets = [target(1, 1), target(2, 1)];
    expect(new Set([leastLoaded(targets), leastLoaded(targets)]).size).toBe(2);
  });
});

describe('twoChoices', () => {
  it('never takes the target that has most to do', () => {
    const [busy, ...idle] = [target(1, 1), target(2, 1), target(3, 1)] as const;
    const end = loaded(busy);
    const chosen = new Set(Array.from({ length: 200 }, () => twoChoices([busy, ...idle])));
    expect(chosen.has(busy)).toBe(false);
    end();
  });

  it('takes the only one there is', () => {
    const only = target(1, 1);
    expect(twoChoices([only])).toBe(only);
  });
});

describe('byPlace', () => {
  const places = Array.from({ length: 3000 }, (_, index) => placeOf(`caller-${index}`));
  const spread = (targets: readonly Target[]) => places.map((place) => byPlace(targets, place).name);
  const three = [target(1, 1), target(2, 1), target(3, 2)] as const;

  it('gives each target the share of its weight, and each place always the same', () => {
    const names = spread(three);
    expect(spread(three.toReversed())).toEqual(names);
    const counts = three.map(({ name }) => names.filter((one) => one === name).length);
    for (const [index, share] of [750, 750, 1500].entries())
      expect(Math.abs((counts[index] ?? 0) - share)).toBeLessThan(120);
  });

  it('moves nobody else when a target goes', () => {
    const [one, two, third] = three;
    const before = spread(three);
    const after = spread([one, third]);
    const moved = before.filter((name, index) => name !== after[index]);
    expect(new Set(moved)).toEqual(new Set([two.name]));
  });
});
