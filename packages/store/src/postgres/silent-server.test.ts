import { aRevocation } from '@signet/contracts/testing';
import { type PostgresServer, postgresAdministrator, startFaultyProxy } from '@signet/testing/servers';
import { describeWithPostgres } from '@signet/testing/suites';
import { expect, it } from 'vitest';
import { inTransaction } from '../sql/database.ts';
import { createSqlStores } from '../sql/stores.ts';
import { ManualTimers } from '../testing/manual-timers.ts';
import { type PostgresDeadlines, usualDeadlines } from './deadlines.ts';
import { openPostgres } from './open.ts';

const { statement, transaction } = usualDeadlines;

/** Stores whose deadlines pass when the test says so, by way of a network that can fall silent. */
async function stand(server: PostgresServer, deadlines: PostgresDeadlines = usualDeadlines) {
  const url = await server.createDatabase();
  const proxy = await startFaultyProxy(url);
  const timers = new ManualTimers();
  const lost: string[] = [];
  const database = await openPostgres({
    ...{ url: proxy.url, deadlines, startTimer: timers.start },
    onConnectionLost: (code) => void lost.push(code),
  });
  return {
    ...{ proxy, timers, lost, database, stores: createSqlStores(database) },
    administrator: postgresAdministrator(url),
    async [Symbol.asyncDispose]() {
      await database.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => ({ resolved: value }),
    (error: unknown) => error,
  );
}

describeWithPostgres('a PostgreSQL that has gone silent', (server) => {
  it('is given up when a statement has no answer in time, and asked anew on another connection', async () => {
    await using stood = await stand(server());
    await stood.stores.accounts.list();
    stood.proxy.silence();
    const unread = failure(stood.stores.accounts.list());
    await stood.proxy.swallowed();
    stood.timers.expire(statement);
    expect(await unread).toMatchObject({ code: 'store_unavailable', internal: 'no answer in time' });
    expect(stood.lost).toEqual(['no answer in time']);
    await stood.proxy.abandoned();
    stood.proxy.restore();
    expect(await stood.stores.accounts.list()).toEqual([]);
  });

  it('takes the idle connections with it, so that no later query waits to learn the same', async () => {
    await using stood = await stand(server());
    // As many connections as there are transactions at once.
    const together = Promise.withResolvers<void>();
    let reading = 0;
    const transactions = Array.from({ length: 4 }, () =>
      inTransaction(stood.database, async (some) => {
        await some.selectFrom('accounts').selectAll().execute();
        reading += 1;
        if (reading === 4) together.resolve();
        await together.promise;
      }),
    );
    await Promise.all(transactions);
    stood.proxy.silence();
    const unread = failure(stood.stores.accounts.list());
    await stood.proxy.swallowed();
    stood.timers.expire(statement);
    await unread;
    stood.proxy.restore();
    expect(stood.lost).toHaveLength(4);
    const reads = Array.from({ length: 4 }, () => stood.stores.accounts.list());
    expect(await Promise.all(reads)).toEqual([[], [], [], []]);
  });

  it('leaves the outcome of a commit open that it never confirmed', async () => {
    await using stood = await stand(server());
    const committing = failure(
      inTransaction(stood.database, async (some) => {
        await some.updateTable('counters').set({ value: 7 }).where('name', '=', 'revocation').execute();
        stood.proxy.silence();
      }),
    );
    await stood.proxy.swallowed();
    stood.timers.expire(statement);
    expect(await committing).toMatchObject({ code: 'outcome_unknown' });
    stood.proxy.restore();
    await stood.administrator.terminate();
    expect(await stood.stores.revocations.latest()).toBe(0);
  });

  it('has its transactions bounded as a whole, however quick each statement', async () => {
    await using stood = await stand(server());
    const tooLong = failure(
      inTransaction(stood.database, async (some) => {
        await some.selectFrom('accounts').selectAll().execute();
        stood.timers.expire(transaction);
        await some.selectFrom('accounts').selectAll().execute();
      }),
    );
    expect(await tooLong).toMatchObject({
      code: 'store_unavailable',
      internal: 'the transaction took too long',
    });
    expect(await stood.stores.accounts.list()).toEqual([]);
  });

  it('lets nobody in for ever, and nobody wait for ever to be let in', async () => {
    await using stood = await stand(server(), { ...usualDeadlines, connect: 500 });
    stood.proxy.silence();
    stood.proxy.reset();
    const many = Array.from({ length: 30 }, () => failure(stood.stores.accounts.list()));
    const answers = await Promise.all(many);
    for (const answer of answers) expect(answer).toMatchObject({ code: 'store_unavailable' });
    await stood.proxy.abandoned();
    stood.proxy.restore();
    await expect
      .poll(() => failure(stood.stores.accounts.list()), { timeout: 30_000 })
      .toEqual({ resolved: [] });
  });

  it('does not keep a node from stopping', async () => {
    const stood = await stand(server());
    await stood.stores.accounts.list();
    stood.proxy.silence();
    await stood.database.close();
    await stood.proxy.abandoned();
    await stood.proxy[Symbol.asyncDispose]();
  });
});

describeWithPostgres('a PostgreSQL that is slow', (server) => {
  it('gives up on a statement itself, and its connection stays', async () => {
    await using stood = await stand(server(), { ...usualDeadlines, statement: 1000 });
    await stood.administrator.slowDown('revocations');
    const slow = failure(stood.stores.revocations.append(aRevocation()));
    expect(await slow).toMatchObject({ code: 'store_unavailable', internal: '57014' });
    expect(stood.lost).toEqual([]);
    await stood.administrator.heal();
  });
});
