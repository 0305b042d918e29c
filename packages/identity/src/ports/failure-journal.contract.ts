import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { FailureJournal } from './failure-journal.ts';

/** What every FailureJournal does. */
export function failureJournalContract(name: string, open: Open<FailureJournal>): void {
  describe(`FailureJournal: ${name}`, () => {
    const entry = (id: string, at: number) => ({ id, at, document: `[["${id}",1]]` });

    it('tells what was written at a time or later, the oldest first, as it was written', async () => {
      await using opened = await open();
      for (const each of [entry('c', noon + 2), entry('a', noon), entry('b', noon + 1)])
        await opened.adapter.append(each);
      expect(await opened.adapter.since(noon + 1, 10)).toEqual([entry('b', noon + 1), entry('c', noon + 2)]);
      expect(await opened.adapter.since(noon, 2)).toEqual([entry('a', noon), entry('b', noon + 1)]);
      expect(await opened.adapter.since(noon + 3, 10)).toEqual([]);
    });

    it('forgets what is older, as much at once as is said', async () => {
      await using opened = await open();
      for (const [index, id] of ['a', 'b', 'c'].entries())
        await opened.adapter.append(entry(id, noon + index));
      expect(await opened.adapter.forget(noon + 2, 1)).toBe(1);
      expect(await opened.adapter.forget(noon + 2, 10)).toBe(1);
      expect(await opened.adapter.since(0, 10)).toEqual([entry('c', noon + 2)]);
    });
  });
}
