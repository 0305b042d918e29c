import { inspect } from 'node:util';
import { describeWithPostgres } from '@signet/testing/suites';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../sql/open-database.ts';
import { durabilityContract } from '../testing/contracts/durability.ts';

async function refusal(url: string): Promise<unknown> {
  const error = await openDatabase({ url }).catch((thrown: unknown) => thrown);
  expect(inspect(error, { depth: 10 })).not.toContain('opensesame');
  return error;
}

describeWithPostgres('openDatabase on PostgreSQL', (server) => {
  it('lets several nodes that start together make one schema', async () => {
    const url = await server().createDatabase();
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => openDatabase({ url })));
    for (const database of opened) await database.close();
  });

  it('refuses a database that a newer Signet made', async () => {
    const url = await server().createDatabase();
    const database = await openDatabase({ url });
    await sql`insert into schema_versions (version, name) values (999, 'from the future')`.execute(
      database.query,
    );
    await database.close();
    expect(await refusal(url)).toMatchObject({ code: 'database_too_new' });
  });

  it('acknowledges only what is on disk, also where the server’s default is otherwise', async () => {
    const url = await server().createDatabase();
    const name = new URL(url).pathname.slice(1);
    const first = await openDatabase({ url });
    await sql.raw(`alter database ${name} set synchronous_commit = off`).execute(first.query);
    await first.close();
    const second = await openDatabase({ url });
    const { rows } = await sql`show synchronous_commit`.execute(second.query);
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
    await second.close();
  });

  it('signs in as it is told at the time of each connection, to the same database', async () => {
    const url = await server().createDatabase();
    const admin = await openDatabase({ url });
    const role = `app_${new URL(url).pathname.slice(1)}`;
    await sql.raw(`create role ${role} superuser login password 'first-one'`).execute(admin.query);
    const as = (password: string) => url.replace(/signet:[0-9a-f]+@/, `${role}:${password}@`);
    let now = as('first-one');
    const database = await openDatabase({ url: now, urlOfNow: () => now });
    await sql.raw(`alter role ${role} password 'second@one'`).execute(admin.query);
    now = as('second%40one').replace(/test_\w+$/, 'nowhere');
    const end = sql.raw(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${role}'`);
    await end.execute(admin.query);
    const ask = () => sql<{ name: string }>`select current_database() as name`.execute(database.query);
    // The pool may not have heard yet that a connection has ended.
    const { rows } = await ask().catch(ask);
    expect(rows).toEqual([{ name: new URL(url).pathname.slice(1) }]);
    await database.close();
    await admin.close();
  });

  it('refuses a wrong password and a missing database without telling the password', async () => {
    const url = await server().createDatabase();
    expect(await refusal(url.replace(/:[0-9a-f]+@/, ':opensesame@'))).toMatchObject({
      code: 'database_unreachable',
      refusal: { actual: '28P01' },
    });
    expect(await refusal(url.replace(/test_\w+$/, 'nowhere'))).toMatchObject({
      refusal: { actual: '3D000' },
    });
  });

  durabilityContract('PostgreSQL', async () => ({
    adapter: { url: await server().createDatabase() },
    async [Symbol.asyncDispose]() {},
  }));
});

describe('openDatabase on an address', () => {
  it.each([
    ['postgres://signet:opensesame@127.0.0.1:1/signet', 'ECONNREFUSED'],
    ['postgres://signet:opensesame@[', 'not a postgres:// address'],
    ['mysql://signet:opensesame@127.0.0.1/signet', 'not a postgres:// address'],
  ])('says that nothing answers, without telling the password: %s', async (url, actual) => {
    expect(await refusal(url)).toMatchObject({ code: 'database_unreachable', refusal: { actual } });
  });
});
