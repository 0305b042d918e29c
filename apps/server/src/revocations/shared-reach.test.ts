import { Writable } from 'node:stream';
import { ManualClocks } from '@signet/contracts/testing';
import { createMemoryReachBoard, type ReachBoard } from '@signet/control/ports';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { createReach } from './reach.ts';
import { type SharedReach, shareReach } from './shared-reach.ts';

const quiet = makeLogger('silent', new Writable({ write: (_chunk, _encoding, done) => done() }));
const clocks = new ManualClocks();
const opened: SharedReach[] = [];
const orders = { clientId: 'orders', name: 'orders-1' };

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

function node(name: string, board: ReachBoard | undefined) {
  const reach = createReach(clocks.steady);
  const shared = shareReach({ board, reach, node: name, wall: clocks.wall, log: quiet });
  opened.push(shared);
  return { reach, shared };
}

describe('how far an entry has got', () => {
  it('is everywhere once each gateway and each named app of each node has applied it', async () => {
    const board = createMemoryReachBoard();
    const [one, other] = [node('one', board), node('other', board)];
    const [here, there] = [one.reach.join('gateway-1'), other.reach.join('gateway-1')];
    other.reach.apps.asks(orders, 4, true);
    here.applied(5);
    await vi.waitFor(async () => expect((await one.shared.of(5)).followers).toHaveLength(3));
    expect(await one.shared.of(5)).toMatchObject({ sequence: 5, everywhere: false });
    there.applied(5);
    await vi.waitFor(async () =>
      expect((await one.shared.of(5)).followers.filter(({ applied }) => applied < 5)).toMatchObject([
        { kind: 'app', name: 'orders/orders-1', node: 'other', applied: 4 },
      ]),
    );
    other.reach.apps.asks(orders, 5, true);
    await vi.waitFor(async () => expect(await one.shared.of(5)).toMatchObject({ everywhere: true }));
  });

  it('counts an app by the node that heard of it last', async () => {
    const board = createMemoryReachBoard();
    const one = node('one', board);
    const followers = (applied: number, silentFor: number) => [
      { kind: 'app', name: 'orders/orders-1', applied, silentFor } as const,
    ];
    await board.post({ node: 'stale', at: clocks.wall(), followers: followers(9, 30_000) });
    await board.post({ node: 'fresh', at: clocks.wall(), followers: followers(4, 10) });
    expect(await one.shared.of(5)).toMatchObject({ everywhere: false, followers: [{ node: 'fresh' }] });
  });

  it('is not everywhere while a node that was just there says nothing, and is so once it counts no more', async () => {
    const board = createMemoryReachBoard();
    const one = node('one', board);
    const followers = [{ kind: 'gateway', name: 'gateway-1', applied: 4, silentFor: 0 } as const];
    await board.post({ node: 'killed', at: clocks.wall(), followers });
    clocks.pass(120_000);
    expect(await one.shared.of(5)).toMatchObject({ everywhere: false, followers: [{ silentFor: 120_000 }] });
    clocks.pass(1);
    expect(await one.shared.of(5)).toMatchObject({ everywhere: true, followers: [] });
  });

  it('does not count a node that stopped', async () => {
    const board = createMemoryReachBoard();
    const [one, other] = [node('one', board), node('other', board)];
    other.reach.join('gateway-1');
    await vi.waitFor(async () => expect((await one.shared.of(5)).everywhere).toBe(false));
    await other.shared.close();
    expect(await one.shared.of(5)).toMatchObject({ everywhere: true });
  });

  it('is not known while the board cannot be read, and nobody is told that it is everywhere', async () => {
    const board = createMemoryReachBoard();
    const one = node('one', { ...board, since: () => Promise.reject(new Error('gone')) });
    await expect(one.shared.of(5)).rejects.toThrow('gone');
  });

  it('of one node alone is what it knows itself', async () => {
    const { reach, shared } = node('one', undefined);
    const [first, second] = [reach.join('gateway-1'), reach.join('gateway-1')];
    first.applied(5);
    expect(await shared.of(5)).toMatchObject({ everywhere: false });
    second.applied(5);
    expect(await shared.of(5)).toMatchObject({ everywhere: true, followers: [{}, {}] });
    second.leave();
    expect((await shared.of(6)).followers).toHaveLength(1);
  });
});
