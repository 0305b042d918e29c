import { newId } from '@signet/contracts';
import { aRecord, noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { RecordStore } from './records.ts';

/** What every RecordStore does. */
export function recordStoreContract(name: string, open: Open<RecordStore>): void {
  describe(`RecordStore: ${name}`, () => {
    it('finds a record by its reference, as it was appended', async () => {
      await using opened = await open();
      const record = aRecord();
      await opened.adapter.append([aRecord(), record, aRecord()]);
      await opened.adapter.append([]);
      expect(await opened.adapter.find(record.reference)).toEqual(record);
      expect(await opened.adapter.find(newId('reference'))).toBeUndefined();
    });

    it('leaves a record as it is when its reference comes again', async () => {
      await using opened = await open();
      const record = aRecord();
      const forged = { ...record, status: 200 };
      await opened.adapter.append([record, forged]);
      await opened.adapter.append([forged]);
      expect(await opened.adapter.recent(10)).toEqual([record]);
    });

    it('shows the newest first, in one order for records of the same moment', async () => {
      await using opened = await open();
      const twins = [aRecord({ at: noon + 1 }), aRecord({ at: noon + 1 })];
      const newest = aRecord({ at: noon + 2 });
      await opened.adapter.append([aRecord(), newest, ...twins]);
      const byReference = twins.toSorted((one, other) => (one.reference < other.reference ? 1 : -1));
      expect(await opened.adapter.recent(3)).toEqual([newest, ...byReference]);
    });

    it('takes more records at once than one statement can carry, and keeps the newest', async () => {
      await using opened = await open();
      const many = Array.from({ length: 1234 }, (_, index) => aRecord({ at: noon + index }));
      await opened.adapter.append(many);
      expect(await opened.adapter.prune(2000)).toBe(0);
      expect(await opened.adapter.prune(34)).toBe(1200);
      expect(await opened.adapter.recent(2000)).toEqual(many.slice(1200).toReversed());
      expect(await opened.adapter.prune(0)).toBe(34);
      expect(await opened.adapter.recent(1)).toEqual([]);
    });
  });
}
