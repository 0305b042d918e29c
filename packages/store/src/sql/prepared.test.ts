import { temporaryFolder } from '@signet/testing/machine';
import type { RootOperationNode } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openSqlite } from '../sqlite/open.ts';
import { prepared, preparedForAll } from './prepared.ts';
import type { LedgerPageRow } from './schema.ts';

async function open() {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: `${folder.path}/signet.db` });
  let built = 0;
  const ofAll = { ends_at: 9, budget: 'b', held: 0 };
  const page = (key: string, spent: number): LedgerPageRow => ({ key, ...ofAll, spent });
  return {
    database,
    page,
    built: () => built,
    add: preparedForAll((query, rows: readonly LedgerPageRow[]) => {
      built += 1;
      return query.insertInto('ledger_pages').values(rows);
    }),
    spend: prepared((query, { key, spent }: Pick<LedgerPageRow, 'key' | 'spent'>) => {
      built += 1;
      return query.updateTable('ledger_pages').set({ held: 5, spent }).where('key', '=', key);
    }),
    async pages() {
      const rows = await database.query
        .selectFrom('ledger_pages')
        .select(['key', 'held', 'spent'])
        .orderBy('key')
        .execute();
      return rows.map(({ key, held, spent }) => `${key} ${held} ${spent}`);
    },
    async [Symbol.asyncDispose]() {
      await database.close();
      folder[Symbol.dispose]();
    },
  };
}

describe('a prepared statement', () => {
  it('is built once, and each run has its own values beside those that stand in it', async () => {
    await using opened = await open();
    const { database, add, spend, page } = opened;
    for (const key of ['a', 'b']) await add(database, [page(key, 0)]);
    expect((await spend(database, { key: 'a', spent: 3 })).numAffectedRows).toBe(1n);
    expect((await spend(database, { spent: 4, key: 'b' })).numAffectedRows).toBe(1n);
    expect((await spend(database, { key: 'nobody', spent: 4 })).numAffectedRows).toBe(0n);
    expect(await opened.pages()).toEqual(['a 5 3', 'b 5 4']);
    expect(opened.built()).toBe(2);
  });

  it('of several at once is built for each number of them, and mixes none', async () => {
    await using opened = await open();
    const { database, add, page } = opened;
    await add(database, [page('a', 1), page('b', 2)]);
    await add(database, [page('c', 3)]);
    await Promise.all([add(database, [page('d', 4), page('e', 5)]), add(database, [page('f', 6)])]);
    expect(await opened.pages()).toEqual(['a 0 1', 'b 0 2', 'c 0 3', 'd 0 4', 'e 0 5', 'f 0 6']);
    expect(opened.built()).toBe(2);
  });

  it('does not run without a value that it had when it was built', async () => {
    await using opened = await open();
    const { database, add, spend, page } = opened;
    await add(database, [page('a', 1)]);
    await spend(database, { key: 'a', spent: 2 });
    const lacking = { key: 'a' } as Parameters<typeof spend>[1];
    expect(() => spend(database, lacking)).toThrow(TypeError);
    expect(await opened.pages()).toEqual(['a 5 2']);
  });

  it('is rolled back with the transaction that it runs in', async () => {
    await using opened = await open();
    const { database, add, page } = opened;
    const failing = database.query.transaction().execute(async (query) => {
      await add({ kind: 'sqlite', query }, [page('a', 1)]);
      throw new Error('No.');
    });
    await expect(failing).rejects.toThrow('No.');
    expect(await opened.pages()).toEqual([]);
  });

  it('is built for each run where a plugin wants to see it', async () => {
    await using opened = await open();
    const { database, add, page } = opened;
    await add(database, [page('a', 1)]);
    const seen: RootOperationNode['kind'][] = [];
    const query = database.query.withPlugin({
      transformQuery({ node }) {
        seen.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    for (const key of ['b', 'c']) await add({ kind: 'sqlite', query }, [page(key, 2)]);
    expect(seen).toEqual(['InsertQueryNode', 'InsertQueryNode']);
    expect(await opened.pages()).toEqual(['a 0 1', 'b 0 2', 'c 0 2']);
  });
});
