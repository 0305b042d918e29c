import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aLedgerRequest, aSettlement, type LedgerUnderTest } from './ledger.contract.ts';

/** What every LedgerReader does, over a ledger that it reads. */
export function ledgerReaderContract(name: string, open: Open<LedgerUnderTest>): void {
  describe(`LedgerReader: ${name}`, () => {
    const always = { since: 0, until: Date.UTC(2200, 0, 1), limit: 10 };
    const book = async (
      ledger: LedgerUnderTest,
      id: string,
      micros: number,
      labels: Record<string, string>,
      currency = 'USD',
    ) => {
      await ledger.reserve(aLedgerRequest({ id, pages: [], labels: { stays: 'yes' }, currency }));
      await ledger.settle(id, aSettlement({ micros, tokens: 3 }, { labels, priced: micros !== 0 }));
    };

    it('sums what was settled by any label, from the dearest', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      await book(ledger, 'a', 10, { team: 'red', 'claim.org': 'ü “x”' });
      await book(ledger, 'b', 15, { team: 'blue' });
      await book(ledger, 'c', 20, { team: 'red' }, 'EUR');
      await book(ledger, 'd', 0, { team: 'red' });
      await book(ledger, 'e', 15, {});
      await book(ledger, 'f', 15, { team: 'Amber' });
      await ledger.reserve(aLedgerRequest({ id: 'open' }));
      await ledger.reserve(aLedgerRequest({ id: 'failed' }));
      await ledger.release('failed');
      const of = (requests: number, micros: number, unpriced = 0, currency = 'USD') => ({
        currency,
        requests,
        micros,
        input: 2 * requests,
        output: requests,
        unpriced,
      });
      expect(await ledger.costs({ by: 'team', ...always })).toEqual([
        { value: 'red', ...of(1, 20, 0, 'EUR') },
        { value: 'Amber', ...of(1, 15) },
        { value: 'blue', ...of(1, 15) },
        of(1, 15),
        { value: 'red', ...of(2, 10, 1) },
      ]);
      expect(await ledger.costs({ by: 'claim.org', ...always, limit: 1 })).toEqual([of(4, 45, 1)]);
      expect(await ledger.costs({ by: 'stays', ...always })).toHaveLength(2);
      expect(await ledger.costs({ by: 'team', ...always, until: 1 })).toEqual([]);
      expect(await ledger.costs({ by: 'team', ...always, since: always.until })).toEqual([]);
    });

    it('is asked for no label that could be read as more than a name', async () => {
      await using opened = await open();
      for (const by of ['', 'a"', "a'", 'a") or 1=1 --', '$', 'a[0]', 'x'.repeat(65)])
        await expect(opened.adapter.costs({ by, ...always })).rejects.toThrow(RangeError);
    });
  });
}
