import { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Open } from '@signet/contracts/testing';
import { aLedgerRequest, aPage, aSettlement } from '@signet/gateway/ports/contracts';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { Kysely, sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { openPostgres } from '../../../postgres/open.ts';
import { nodeSqliteDialect } from '../../../sqlite/dialect.ts';
import { openSqlite } from '../../../sqlite/open.ts';
import { MigratedDatabases } from '../../../testing/migrated-database.ts';
import type { Database } from '../../database.ts';
import { migrate } from '../../migrations/migrate.ts';
import type { Schema } from '../../schema.ts';
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

describe('what a ledger on SQLite costs', () => {
  it('is few statements for a request that two budgets count, and two for one that none does', async () => {
    using folder = temporaryFolder();
    const database = await openSqlite({ file: `${folder.path}/signet.db` });
    let run = 0;
    const query = database.query.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        run += 1;
        return result;
      },
    });
    const ledger = createSqlLedger({ ...database, query });
    const statementsOf = async (step: () => Promise<unknown>) => {
      run = 0;
      await step();
      return run;
    };
    const pages = [aPage(), aPage({ key: 'all', budget: 'all', limit: 1000 })];
    const free = aLedgerRequest({ id: 'free', pages: [] });
    expect([
      await statementsOf(() => ledger.reserve(aLedgerRequest({ pages }))),
      await statementsOf(() => ledger.settle('one', aSettlement({ micros: 4, tokens: 2 }))),
      await statementsOf(() => ledger.book(free, aSettlement({ micros: 1, tokens: 1 }))),
    ]).toEqual([5, 7, 2]);
    expect((await ledger.check()).faults).toEqual([]);
    await database.close();
  });

  it('is one commit for many requests at once', async () => {
    using folder = temporaryFolder();
    const file = new DatabaseSync(`${folder.path}/signet.db`);
    const query = new Kysely<Schema>({ dialect: nodeSqliteDialect(file) });
    await migrate('sqlite', query as Kysely<unknown>);
    const ledger = createSqlLedger({ kind: 'sqlite', query, close: () => query.destroy() });
    const exec = vi.spyOn(file, 'exec');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        ledger.reserve(aLedgerRequest({ id: `request ${index}`, pages: [aPage({ limit: 1000 })] })),
      ),
    );
    expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(40);
    expect(exec.mock.calls.filter(([text]) => text === 'commit').length).toBeLessThanOrEqual(2);
    expect(await ledger.check()).toMatchObject({ open: 40, faults: [] });
    await query.destroy();
  });

  it('is two statements for as many bookings as come at once, where no budget counts them', async () => {
    using folder = temporaryFolder();
    const file = new DatabaseSync(`${folder.path}/signet.db`);
    const query = new Kysely<Schema>({ dialect: nodeSqliteDialect(file) });
    await migrate('sqlite', query as Kysely<unknown>);
    const ledger = createSqlLedger({ kind: 'sqlite', query, close: () => query.destroy() });
    using written = vi.spyOn(StatementSync.prototype, 'run');
    using read = vi.spyOn(StatementSync.prototype, 'all');
    const bookings = Array.from({ length: 64 }, (_, index) =>
      ledger.book(
        aLedgerRequest({ id: `request ${index}`, pages: [] }),
        aSettlement({ micros: index, tokens: 1 }),
      ),
    );
    const answers = await Promise.all(bookings);
    expect(written.mock.calls.length + read.mock.calls.length).toBe(4);
    expect(answers.map(({ booked }) => booked.micros)).toEqual(
      Array.from({ length: 64 }, (_, index) => index),
    );
    expect(await ledger.check()).toMatchObject({ requests: 64, open: 0, faults: [] });
    await query.destroy();
  });
});

describeWithPostgres('a ledger on PostgreSQL', (server) => {
  const databases = new MigratedDatabases(server);
  storedLedger(async () => {
    const database = await openPostgres({ url: await databases.create() });
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

  it('numbers the steps of a request without a gap, however often it moves', async () => {
    await using opened = await open();
    const { query } = opened.adapter;
    const ledger = createSqlLedger(opened.adapter);
    await ledger.reserve(aLedgerRequest());
    await ledger.reserve(aLedgerRequest({ id: 'other' }));
    for (const micros of [20, 30]) await ledger.move(aLedgerRequest({ most: { micros, tokens: 5 } }));
    await ledger.settle('one', aSettlement({ micros: 4, tokens: 2 }));
    await ledger.release('other');
    const entries = await query
      .selectFrom('ledger_entries')
      .select(['request', 'step', 'kind', 'reserved_micros as reserved', 'released_micros as released'])
      .orderBy('request')
      .orderBy('step')
      .execute();
    expect(entries.map((each) => Object.values(each).join(' '))).toEqual([
      'one 0 reserved 10 0',
      'one 1 moved 0 10',
      'one 2 moved 20 0',
      'one 3 moved 0 20',
      'one 4 moved 30 0',
      'one 5 settled 0 26',
      'other 0 reserved 10 0',
      'other 1 released 0 10',
    ]);
    expect((await ledger.check()).faults).toEqual([]);
  });

  it('changes nothing of a request that fails halfway, and nothing of those beside it', async () => {
    await using opened = await open();
    const { query } = opened.adapter;
    const ledger = createSqlLedger(opened.adapter);
    await ledger.reserve(aLedgerRequest({ id: 'beside' }));
    // No number holds what this budget counts then.
    const full = aPage({ key: 'full', limit: 10 ** 15, soft: true });
    await ledger.reserve(aLedgerRequest({ id: 'first', pages: [full], most: { micros: 1, tokens: 0 } }));
    const nearlyAll = Number.MAX_SAFE_INTEGER - 1;
    await sql`update ledger_pages set held = ${nearlyAll} where key = 'full'`.execute(query);
    const both = aLedgerRequest({ pages: [aPage(), full] });
    const [failed, fine] = await Promise.allSettled([
      ledger.reserve(both),
      ledger.reserve(aLedgerRequest({ id: 'two' })),
    ]);
    expect([failed?.status, fine?.status]).toEqual(['rejected', 'fulfilled']);
    await sql`update ledger_pages set held = 1 where key = 'full'`.execute(query);
    expect(await ledger.check()).toEqual({ requests: 3, budgets: 2, open: 3, faults: [] });
  });

  it('books those that come at once each once, also where one comes again or was there before', async () => {
    await using opened = await open();
    const ledger = createSqlLedger(opened.adapter);
    const book = async (id: string, micros: number) => {
      const request = aLedgerRequest({ id, pages: [] });
      const { kind, booked } = await ledger.book(request, aSettlement({ micros, tokens: 1 }));
      return `${id} ${kind} ${booked.micros}`;
    };
    await book('before', 1);
    const ids = Array.from({ length: 30 }, (_, index) => `request ${index}`);
    const answers = await Promise.all([
      ...ids.map((id) => book(id, 2)),
      book('before', 9),
      book('request 3', 9),
      ...ids.map((id) => book(`${id} too`, 3)),
    ]);
    expect(answers).toEqual([
      ...ids.map((id) => `${id} settled 2`),
      ...['before already 1', 'request 3 already 2'],
      ...ids.map((id) => `${id} too settled 3`),
    ]);
    expect(await ledger.check()).toEqual({ requests: 61, budgets: 0, open: 0, faults: [] });
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
