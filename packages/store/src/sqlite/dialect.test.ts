import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@signet/testing/machine';
import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { StartTimer } from '../feed/bell.ts';
import { ManualTimer } from '../testing/manual-timer.ts';
import { nodeSqliteDialect } from './dialect.ts';

interface Tables {
  readonly parents: { id: number };
  readonly children: { parent: number };
}

/** Foreign keys are checked at the commit here, which is how a test makes a commit fail. */
const tables = `
  create table parents (id integer primary key);
  create table children (parent integer not null references parents (id) deferrable initially deferred);`;

async function open(startTimer?: StartTimer) {
  const folder = temporaryFolder();
  const path = `${folder.path}/test.db`;
  const file = new DatabaseSync(path);
  file.exec(`pragma journal_mode = wal; ${tables}`);
  const query = new Kysely<Tables>({ dialect: nodeSqliteDialect(file, startTimer) });
  return {
    query,
    file,
    /** Locks the file as another process would, until the answer is called. */
    lock(): () => void {
      const other = new DatabaseSync(path);
      other.exec('begin immediate');
      return () => other.close();
    },
    addParent: (id: number) =>
      query.transaction().execute((some) => some.insertInto('parents').values({ id }).execute()),
    addChild: (parent: number) =>
      query.transaction().execute((some) => some.insertInto('children').values({ parent }).execute()),
    parents: async () => (await query.selectFrom('parents').selectAll().execute()).map(({ id }) => id),
    async [Symbol.asyncDispose]() {
      await query.destroy();
      folder[Symbol.dispose]();
    },
  };
}

describe('transactions of one turn of the event loop', () => {
  it('are acknowledged only when they are on disk, and together', async () => {
    await using database = await open();
    const stillOpen = database.addParent(1).then(() => database.file.isTransaction);
    const together = database.addParent(2).then(() => database.file.isTransaction);
    expect(await Promise.all([stillOpen, together])).toEqual([false, false]);
  });

  it('do not suffer from one among them that fails', async () => {
    await using database = await open();
    const answers = await Promise.allSettled([1, 2, 2, 3].map((id) => database.addParent(id)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await database.parents()).toEqual([1, 2, 3]);
  });

  it('all fail when the commit fails, and the next ones work', async () => {
    await using database = await open();
    const answers = await Promise.allSettled([database.addParent(1), database.addChild(77)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await database.parents()).toEqual([]);
    await database.addParent(2);
    expect(await database.parents()).toEqual([2]);
  });

  it('show a reader nothing that might still be undone', async () => {
    await using database = await open();
    const writing = Promise.allSettled([database.addParent(1), database.addChild(77)]);
    const read = await database.parents().catch(() => 'the reader fails with the batch');
    expect(read).toBe('the reader fails with the batch');
    await writing;
  });

  it('are taken in turn: none sees the half of another', async () => {
    await using database = await open();
    await database.addParent(0);
    const raise = () =>
      database.query.transaction().execute(async (some) => {
        const { id } = await some.selectFrom('parents').selectAll().executeTakeFirstOrThrow();
        await new Promise(setImmediate);
        await some
          .updateTable('parents')
          .set({ id: id + 1 })
          .execute();
      });
    await Promise.all(Array.from({ length: 10 }, raise));
    expect(await database.parents()).toEqual([10]);
  });
});

describe('a file that another process has locked', () => {
  it('is waited for by who writes, and by nobody else', async () => {
    const timer = new ManualTimer();
    await using database = await open(timer.start);
    await database.addParent(1);
    const unlock = database.lock();
    const adding = database.addParent(2);
    expect(await timer.armed()).toBe(1);
    expect(await database.parents()).toEqual([1]);
    expect(await timer.elapse()).toBe(2);
    unlock();
    await timer.release();
    await adding;
    expect(await database.parents()).toEqual([1, 2]);
  });

  it('refuses who has waited for five seconds in all, without having held anybody up', async () => {
    const waited: number[] = [];
    await using database = await open((task, milliseconds) => {
      waited.push(milliseconds);
      const soon = setImmediate(task);
      return () => clearImmediate(soon);
    });
    const unlock = database.lock();
    const writers = [1, 2, 3].map((id) => database.addParent(id));
    for (const answer of await Promise.allSettled(writers)) {
      expect(answer).toMatchObject({ reason: { code: 'store_unavailable' } });
    }
    const total = waited.reduce((sum, each) => sum + each, 0);
    expect(total / writers.length).toBeGreaterThanOrEqual(5000);
    expect(total / writers.length).toBeLessThan(5200);
    unlock();
    await database.addParent(4);
    expect(await database.parents()).toEqual([4]);
  });
});

describe('a full disk', () => {
  it('refuses what does not fit, keeps what was acknowledged, and works again when there is room', async () => {
    await using database = await open();
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.query);
    const pages = (rows[0]?.page_count ?? 0) + 4;
    await sql.raw(`pragma max_page_count = ${pages}`).execute(database.query);
    const kept: number[] = [];
    let refused = 0;
    for (let id = 0; refused === 0 && id < 100_000; id += 500) {
      const ids = Array.from({ length: 500 }, (_, index) => id + index);
      const answers = await Promise.allSettled(ids.map((one) => database.addParent(one)));
      kept.push(...ids.filter((_, index) => answers[index]?.status === 'fulfilled'));
      const rejected = answers.filter((answer) => answer.status === 'rejected');
      for (const { reason } of rejected) expect(reason).toMatchObject({ code: 'store_unavailable' });
      refused = rejected.length;
    }
    expect(refused).toBeGreaterThan(0);
    expect(await database.parents()).toEqual(kept);
    await sql.raw(`pragma max_page_count = ${pages + 100}`).execute(database.query);
    await database.addParent(1_000_000);
    expect(await database.parents()).toEqual([...kept, 1_000_000]);
  });
});
