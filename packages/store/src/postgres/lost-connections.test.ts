import { aRevocation } from '@signet/contracts/testing';
import { aNewFamily, anAccount, aSession } from '@signet/identity/ports/examples';
import { type PostgresServer, postgresAdministrator, startFaultyProxy } from '@signet/testing/servers';
import { describeWithPostgres } from '@signet/testing/suites';
import { expect, it, vi } from 'vitest';
import { inTransaction } from '../sql/database.ts';
import { createSqlStores } from '../sql/stores.ts';
import { migrationDeadlines } from './deadlines.ts';
import { openPostgres } from './open.ts';

/** Stores by way of a network that can break, with an administrator beside the server. */
async function stand(server: PostgresServer) {
  const url = await server.createDatabase();
  const proxy = await startFaultyProxy(url);
  const lost: string[] = [];
  const database = await openPostgres({
    url: proxy.url,
    // What is held up here must not run out of time before it is lost.
    deadlines: migrationDeadlines,
    onConnectionLost: (code) => void lost.push(code),
  });
  return {
    ...{ proxy, server, lost, database, stores: createSqlStores(database) },
    administrator: postgresAdministrator(url),
    async [Symbol.asyncDispose]() {
      await database.close();
      await proxy[Symbol.asyncDispose]();
    },
  };
}

type Stand = Awaited<ReturnType<typeof stand>>;

const losses: readonly (readonly [string, (stood: Stand) => Promise<void> | void])[] = [
  ['its backend is terminated', ({ administrator }) => administrator.terminate()],
  ['the connection is closed', ({ proxy }) => proxy.end()],
  ['the connection is reset', ({ proxy }) => proxy.reset()],
  ['the server restarts', ({ server }) => restart(server, 'fast')],
  ['the server crashes', ({ server }) => restart(server, 'immediate')],
];

async function restart(server: PostgresServer, mode: 'fast' | 'immediate'): Promise<void> {
  await server.halt(mode);
  await server.resume();
}

function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => ({ resolved: value }),
    (error: unknown) => error,
  );
}

describeWithPostgres('a busy connection that is lost', (server) => {
  it.each(losses)('undoes its transaction, and the pool goes on: %s', async (_how, lose) => {
    await using stood = await stand(server());
    const { administrator, stores } = stood;
    await administrator.slowDown('revocations');
    const undone = failure(stores.revocations.append(aRevocation()));
    await administrator.busy();
    await lose(stood);
    expect(await undone).toMatchObject({ code: 'store_unavailable', internal: expect.any(String) });
    expect(stood.lost).toHaveLength(1);
    await administrator.heal();
    expect(await stores.revocations.append(aRevocation())).toMatchObject({ sequence: 1 });
  });

  it.each(losses)('leaves open what became of a single change: %s', async (_how, lose) => {
    await using stood = await stand(server());
    const { administrator, stores } = stood;
    const account = anAccount();
    await stores.accounts.add(account);
    await administrator.slowDown('accounts');
    const unknown = failure(stores.accounts.setDisabled(account.id, true));
    await administrator.busy();
    await lose(stood);
    expect(await unknown).toMatchObject({ code: 'outcome_unknown' });
    await administrator.heal();
    expect(await stores.accounts.setDisabled(account.id, true)).toBe(true);
  });

  it('changes nothing for a read, which is only not answered', async () => {
    await using stood = await stand(server());
    stood.proxy.silence();
    const unread = failure(stood.stores.accounts.list());
    await stood.proxy.swallowed();
    await stood.administrator.terminate();
    stood.proxy.reset();
    expect(await unread).toMatchObject({ code: 'store_unavailable', internal: 'ECONNRESET' });
  });

  it('acknowledges no commit whose answer never came, although it may have been kept', async () => {
    await using stood = await stand(server());
    const committing = failure(
      inTransaction(stood.database, async (transaction) => {
        await transaction.selectFrom('sessions').selectAll().execute();
        stood.proxy.silence();
      }),
    );
    await stood.proxy.swallowed();
    stood.proxy.reset();
    expect(await committing).toMatchObject({ code: 'outcome_unknown', internal: 'ECONNRESET' });
    stood.proxy.restore();
    const session = aSession();
    await stood.stores.sessions.open(session, aNewFamily(session));
  });

  it('gives its place in the pool back, however often one is lost', async () => {
    await using stood = await stand(server());
    const { proxy, stores } = stood;
    for (let round = 0; round < 25; round += 1) {
      proxy.silence();
      const unread = failure(stores.accounts.list());
      await proxy.swallowed();
      proxy.reset();
      expect(await unread).toMatchObject({ code: 'store_unavailable' });
      proxy.restore();
    }
    expect(await stores.accounts.list()).toEqual([]);
  });
});

describeWithPostgres('an idle connection that is lost', (server) => {
  it('is told of by its code, and replaced at the next query', async () => {
    await using stood = await stand(server());
    await stood.stores.accounts.list();
    await stood.administrator.terminate();
    await vi.waitUntil(() => stood.lost.length > 0, { timeout: 30_000, interval: 5 });
    expect(stood.lost).toEqual(['57P01']);
    expect(await stood.stores.accounts.list()).toEqual([]);
  });

  it('refuses at once while the server is away, and goes on when it is back', async () => {
    await using stood = await stand(server());
    await stood.server.halt('fast');
    await expect(stood.stores.accounts.list()).rejects.toMatchObject({ code: 'store_unavailable' });
    await stood.server.resume();
    expect(await stood.stores.accounts.list()).toEqual([]);
  });
});
