import type { Open } from '@signet/contracts/testing';
import { aLedgerRequest, aPage, aSettlement } from '@signet/gateway/ports/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openPostgres } from '../../../postgres/open.ts';
import { openSqlite } from '../../../sqlite/open.ts';
import type { Database } from '../../database.ts';
import { createSqlLedger } from './ledger.ts';

describe('a ledger on SQLite', () => {
  storedLedger(async () => {
    const folder = temporaryFolder();
    const database = await openSqlite({ file: `${folder.path}/signet.db` });
    return {
      adapter: database,
      async [Symbol.asyncDispose]() {
        await database.close();
        folder[Symbol.dispose]();
      },
    };
  });
});

describeWithPostgres('a ledger on PostgreSQL', (server) => {
  storedLedger(async () => {
    const database = await openPostgres({ url: await server().createDatabase() });
    return { adapter: database, [Symbol.asyncDispose]: () => database.close() };
  });
});

function storedLedger(open: Open<Database>): void {
  it('says of each number that somebody changed where it no longer adds up', async () => {
    await using opened = await open();
    const { query } = opened.adapter;
    const ledger = createSqlLedger(opened.adapter);
    const endsAt = Date.UTC(2090, 0, 2);
    await ledger.reserve(aLedgerRequest({ id: 'spent' }));
    await ledger.settle('spent', aSettlement({ micros: 4, tokens: 2 }));
    await ledger.reserve(aLedgerRequest({ id: 'open' }));
    const faultsOf = async (change: string, back: string) => {
      await sql.raw(change).execute(query);
      const { faults } = await ledger.check();
      await sql.raw(back).execute(query);
      return faults;
    };
    const found = [
      await faultsOf(
        "update ledger_entries set settled_micros = 3 where kind = 'settled'",
        "update ledger_entries set settled_micros = 4 where kind = 'settled'",
      ),
      await faultsOf(
        "update ledger_entries set released_tokens = 9 where kind = 'settled'",
        "update ledger_entries set released_tokens = 3 where kind = 'settled'",
      ),
      await faultsOf('update ledger_pages set spent = 0', 'update ledger_pages set spent = 4'),
      await faultsOf('update ledger_pages set held = 12', 'update ledger_pages set held = 10'),
      await faultsOf(
        "update ledger_requests set state = 'settled' where id = 'open'",
        "update ledger_requests set state = 'open' where id = 'open'",
      ),
      await faultsOf(
        "update ledger_entries set request = 'nobody' where request = 'spent' and kind = 'settled'",
        "update ledger_entries set request = 'spent' where request = 'nobody'",
      ),
      await faultsOf("delete from ledger_shares where request = 'open'", 'select 1'),
    ];
    expect(found).toEqual([
      [{ kind: 'request', counts: 'micros', id: 'spent', counted: 10, found: 9 }],
      [{ kind: 'request', counts: 'tokens', id: 'spent', counted: 5, found: 11 }],
      [{ kind: 'budget', budget: 'teams', endsAt, counted: 10, found: 14 }],
      [{ kind: 'budget', budget: 'teams', endsAt, counted: 16, found: 14 }],
      [
        { kind: 'request', counts: 'micros', id: 'open', counted: 10, found: 0 },
        { kind: 'request', counts: 'tokens', id: 'open', counted: 5, found: 0 },
        { kind: 'share', counts: 'micros', id: 'open', counted: 10, found: 10 },
      ],
      [
        { kind: 'request', counts: 'micros', id: 'spent', counted: 10, found: 0 },
        { kind: 'request', counts: 'tokens', id: 'spent', counted: 5, found: 0 },
        { kind: 'request', counts: 'micros', id: 'nobody', counted: 0, found: 0 },
        { kind: 'request', counts: 'tokens', id: 'nobody', counted: 0, found: 0 },
      ],
      [{ kind: 'budget', budget: 'teams', endsAt, counted: 14, found: 4 }],
    ]);
  });

  it('holds leases by the clock of the store, also where that is set back', async () => {
    await using opened = await open();
    let now = Date.UTC(2026, 10, 30);
    const ledger = createSqlLedger(opened.adapter, async () => now);
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

  it('is one ledger for all nodes', async () => {
    await using opened = await open();
    const nodes = [1, 2, 3].map(() => createSqlLedger(opened.adapter));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        nodes[index % 3]?.reserve(aLedgerRequest({ id: `request ${index}` })),
      ),
    );
    expect(answers.filter((answer) => answer?.kind === 'reserved')).toHaveLength(10);
    expect(await nodes[0]?.check()).toMatchObject({ open: 10, faults: [] });
  });
}
