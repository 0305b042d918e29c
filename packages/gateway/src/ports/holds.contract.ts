import type { Open } from '@signet/contracts/testing';
import { describe, expect, it, vi } from 'vitest';
import type { Holds } from './holds.ts';

/** What every Holds does. What is given back may be free a moment later. */
export function holdsContract(name: string, open: Open<Holds>): void {
  describe(`Holds: ${name}`, () => {
    it('has so many places and no more, also for parallel calls', async () => {
      await using opened = await open();
      const calls = Array.from({ length: 30 }, () => opened.adapter.take('ada', 7));
      const places = (await Promise.all(calls)).filter((place) => place !== undefined);
      expect(places).toHaveLength(7);
      expect(await opened.adapter.take('ada', 7)).toBeUndefined();
    });

    it('keeps names apart', async () => {
      await using opened = await open();
      for (const each of ['ada', 'Ada', 'ada ', '__proto__'])
        expect(await opened.adapter.take(each, 1), each).toBeDefined();
      expect(await opened.adapter.take('ada', 1)).toBeUndefined();
    });

    it('has room again once a place is given back, and no more of it', async () => {
      await using opened = await open();
      const { adapter } = opened;
      const first = await adapter.take('ada', 2);
      expect(await adapter.take('ada', 2)).toBeDefined();
      expect(await adapter.take('ada', 2)).toBeUndefined();
      first?.givenBack();
      await vi.waitUntil(async () => (await adapter.take('ada', 2)) !== undefined);
      expect(await adapter.take('ada', 2)).toBeUndefined();
    });

    it('holds a place to the number that stands now', async () => {
      await using opened = await open();
      const { adapter } = opened;
      for (let call = 0; call < 3; call += 1) expect(await adapter.take('ada', 3)).toBeDefined();
      expect(await adapter.take('ada', 2)).toBeUndefined();
      expect(await adapter.take('ada', 4)).toBeDefined();
    });
  });
}
