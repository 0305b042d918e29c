import type { ConfigurationEntry } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ConfigurationHistory } from './configuration-history.ts';

/** What every ConfigurationHistory does. */
export function configurationHistoryContract(name: string, open: Open<ConfigurationHistory>): void {
  describe(`ConfigurationHistory: ${name}`, () => {
    const entry = (number: number, more: Partial<ConfigurationEntry> = {}): ConfigurationEntry => ({
      number,
      at: noon + number,
      by: { kind: 'account', id: 'usr_ada' },
      kind: 'applied',
      changes: [`route r${number}: added`, 'upstream “ü”: targets changed'],
      text: `# ${number} “ü” ‮\nroutes: []\n`,
      ...more,
    });
    const told = ({ text: _, ...summary }: ConfigurationEntry) => summary;

    it('holds nothing at first, then each entry as it was, newest first and page by page', async () => {
      await using opened = await open();
      const { adapter } = opened;
      expect([await adapter.newestNumber(), await adapter.newest()]).toEqual([0, undefined]);
      expect(await adapter.page({ limit: 9 })).toEqual([]);
      const { text: _, ...returned } = entry(3, { kind: 'returned', by: { kind: 'operator' }, changes: [] });
      const entries = [entry(1), entry(2, { kind: 'rolled_back', restores: 1 }), returned];
      for (const each of entries) expect(await adapter.append(each, 9)).toBe(true);
      expect([await adapter.newestNumber(), await adapter.newest()]).toEqual([3, returned]);
      expect(await adapter.find(2)).toEqual(entries[1]);
      expect(await adapter.find(7)).toBeUndefined();
      expect(await adapter.page({ limit: 2 })).toEqual(
        [returned, entry(2, { kind: 'rolled_back', restores: 1 })].map(told),
      );
      expect(await adapter.page({ limit: 9, before: 2 })).toEqual([told(entry(1))]);
    });

    it('takes one of many who follow the same one, at first and later', async () => {
      await using opened = await open();
      for (const number of [1, 2, 3]) {
        const writers = Array.from({ length: 8 }, (_, place) => entry(number, { text: `by ${place}` }));
        const answers = await Promise.all(writers.map((each) => opened.adapter.append(each, 9)));
        expect(answers.filter(Boolean)).toHaveLength(1);
        expect(await opened.adapter.newest()).toEqual(writers[answers.indexOf(true)]);
      }
      expect(await opened.adapter.append(entry(3), 9)).toBe(false);
      expect(await opened.adapter.append(entry(5), 9)).toBe(false);
    });

    it('keeps so many of the newest, and gives no number twice', async () => {
      await using opened = await open();
      for (const number of [1, 2, 3, 4, 5]) expect(await opened.adapter.append(entry(number), 3)).toBe(true);
      expect((await opened.adapter.page({ limit: 9 })).map(({ number }) => number)).toEqual([5, 4, 3]);
      expect(await opened.adapter.find(2)).toBeUndefined();
      expect(await opened.adapter.append(entry(1), 3)).toBe(false);
    });
  });
}
