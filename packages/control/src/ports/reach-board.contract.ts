import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ReachBoard, ReachReport } from './reach-board.ts';

/** What every ReachBoard does. */
export function reachBoardContract(name: string, open: Open<ReachBoard>): void {
  describe(`ReachBoard: ${name}`, () => {
    const report = (node: string, at: number, applied = 1): ReachReport => ({
      node,
      at,
      followers: [
        { kind: 'gateway', name: 'gateway-1', applied, silentFor: 0 },
        { kind: 'app', name: 'orders/orders “ü”', applied: 0, silentFor: 12 },
      ],
    });

    it('tells what each node said last, and nothing that is older than is asked for', async () => {
      await using opened = await open();
      const { adapter } = opened;
      for (const each of [report('b', noon), report('a', noon + 1), report('b', noon + 2, 7)])
        await adapter.post(each);
      expect(await adapter.since(0)).toEqual([report('a', noon + 1), report('b', noon + 2, 7)]);
      expect(await adapter.since(noon + 2)).toEqual([report('b', noon + 2, 7)]);
      expect(await adapter.since(noon + 3)).toEqual([]);
    });

    it('takes what is said at the same time by many', async () => {
      await using opened = await open();
      const nodes = Array.from({ length: 8 }, (_, index) => `node-${index}`);
      await Promise.all([...nodes, ...nodes].map((node) => opened.adapter.post(report(node, noon))));
      expect((await opened.adapter.since(noon)).map(({ node }) => node)).toEqual(nodes);
    });

    it('knows nothing more of a node that stopped, or that is silent for long', async () => {
      await using opened = await open();
      const { adapter } = opened;
      for (const [index, node] of ['a', 'b', 'c'].entries()) await adapter.post(report(node, noon + index));
      await adapter.remove('c');
      await adapter.remove('nobody');
      expect(await adapter.forget(noon + 1)).toBe(1);
      expect(await adapter.since(0)).toEqual([report('b', noon + 1)]);
    });
  });
}
