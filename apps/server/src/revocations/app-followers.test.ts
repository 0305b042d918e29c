import { ManualClocks } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createAppFollowers } from './app-followers.ts';

const orders = { clientId: 'orders', name: 'orders-1' };

function watching() {
  const clocks = new ManualClocks();
  const changes: number[] = [];
  const apps = createAppFollowers(clocks.steady, () => changes.push(1));
  return { clocks, apps, changes };
}

describe('an app that follows the log', () => {
  it('is waited for while it waits for news, until it says that it has them', () => {
    const { apps, changes } = watching();
    const turn = apps.asks(orders, 4, true);
    expect([apps.lack(4), apps.lack(5)]).toEqual([false, true]);
    turn.answered();
    expect(apps.lack(5)).toBe(true);
    const before = changes.length;
    apps.asks(orders, 5, true);
    expect(apps.lack(5)).toBe(false);
    expect(changes.length).toBeGreaterThan(before);
  });

  it('is not waited for while it still reads what was before', () => {
    const { apps } = watching();
    apps.asks(orders, 0, false);
    expect(apps.lack(5)).toBe(false);
  });

  it('is not waited for once it is silent, and again once it has caught up', () => {
    const { apps, clocks } = watching();
    apps.asks(orders, 4, true).answered();
    clocks.pass(1501);
    expect(apps.lack(5)).toBe(false);
    apps.asks(orders, 4, false).answered();
    expect(apps.lack(5)).toBe(true);
  });

  it('delays one answer at most where it stops between a question and the next', () => {
    const { apps } = watching();
    apps.asks(orders, 4, true);
    expect(apps.lack(5)).toBe(true);
    apps.giveUp(5);
    expect([apps.lack(5), apps.lack(6)]).toEqual([false, false]);
    apps.asks(orders, 4, false);
    expect(apps.lack(6)).toBe(false);
    apps.asks(orders, 6, true);
    expect([apps.lack(6), apps.lack(7)]).toEqual([false, true]);
  });

  it('is not waited for where its connection is gone', () => {
    const { apps } = watching();
    apps.asks(orders, 4, true).lost();
    expect(apps.lack(5)).toBe(false);
  });

  it('counts by what it says now, for it may have been started again', () => {
    const { apps } = watching();
    apps.asks(orders, 4, true).answered();
    apps.asks(orders, 0, false).answered();
    expect(apps.list()).toEqual([{ name: 'orders/orders-1', applied: 0, silentFor: 0 }]);
  });

  it('is forgotten after a minute of silence', () => {
    const { apps, clocks } = watching();
    const turn = apps.asks(orders, 4, true);
    clocks.pass(60_001);
    expect(apps.list()).toMatchObject([{ silentFor: 0 }]);
    turn.answered();
    clocks.pass(60_000);
    expect(apps.list()).toMatchObject([{ silentFor: 60_000 }]);
    clocks.pass(1);
    expect(apps.list()).toEqual([]);
  });
});

describe('a crowd of names', () => {
  it('of one client takes its own places alone, the longest silent first', () => {
    const { apps, clocks } = watching();
    apps.asks(orders, 1, true);
    for (let name = 0; name < 150; name += 1) {
      clocks.pass(20);
      apps.asks({ clientId: 'crowd', name: `c-${name}` }, 1, true).answered();
    }
    const names = apps.list().map(({ name }) => name);
    expect(names).toHaveLength(101);
    expect(names).toContain('orders/orders-1');
    expect(names).toContain('crowd/c-149');
    expect(names).not.toContain('crowd/c-49');
  });

  it('that are all there leaves a new one uncounted, and it is answered all the same', () => {
    const { apps } = watching();
    for (let name = 0; name < 100; name += 1) apps.asks({ clientId: 'crowd', name: `c-${name}` }, 1, true);
    const turn = apps.asks({ clientId: 'crowd', name: 'late' }, 0, true);
    turn.answered();
    expect(apps.list()).toHaveLength(100);
    expect(apps.list().map(({ name }) => name)).not.toContain('crowd/late');
  });

  it('of many clients is bounded as a whole', () => {
    const { apps } = watching();
    for (let client = 0; client < 30; client += 1) {
      for (let name = 0; name < 50; name += 1)
        apps.asks({ clientId: `c-${client}`, name: `${name}` }, 1, true);
    }
    expect(apps.list()).toHaveLength(1000);
  });

  it('cannot be taken for those of another client', () => {
    const { apps } = watching();
    apps.asks({ clientId: 'a', name: 'b.c' }, 9, true);
    apps.asks({ clientId: 'a.b', name: 'c' }, 1, true);
    expect(apps.lack(9)).toBe(true);
    expect(apps.list()).toHaveLength(2);
  });
});
