import { systemClocks } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aLedgerRequest, aPage, ledgerContract } from './ledger.contract.ts';
import { createMemoryLedger } from './ledger.memory.ts';
import { ledgerReaderContract } from './ledger-reader.contract.ts';

const open = openedPlain(() => createMemoryLedger(systemClocks.wall));

ledgerContract('memory', open);
ledgerReaderContract('memory', open);

describe('a lease', () => {
  it('lasts longer where the clock is set back, and never ends twice', async () => {
    let now = Date.UTC(2026, 10, 30);
    const ledger = createMemoryLedger(() => now);
    const pages = [aPage({ limit: 10 })];
    await ledger.reserve(aLedgerRequest({ pages, leaseFor: 1000 }));
    now -= 5000;
    expect(await ledger.reserve(aLedgerRequest({ id: 'two', pages }))).toMatchObject({ kind: 'refused' });
    now += 5999;
    expect(await ledger.expire(9)).toBe(0);
    now += 1;
    expect([await ledger.expire(9), await ledger.expire(9)]).toEqual([1, 0]);
    now -= 9000;
    expect(await ledger.reserve(aLedgerRequest({ id: 'two', pages }))).toMatchObject({ kind: 'reserved' });
  });
});
