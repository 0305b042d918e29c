import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StoreClient } from '../../postgres/store-client.ts';
import { nodeSqliteDialect } from '../../sqlite/dialect.ts';
import { migrationsContract } from '../../testing/contracts/migrations.ts';

migrationsContract('SQLite', async () => {
  const folder = temporaryFolder();
  const file = `${folder.path}/signet.db`;
  const connect = () => {
    const database = new DatabaseSync(file);
    database.exec('pragma foreign_keys = on');
    return new Kysely<unknown>({ dialect: nodeSqliteDialect(database) });
  };
  return {
    adapter: { kind: 'sqlite', location: { file }, connect },
    [Symbol.asyncDispose]: async () => folder[Symbol.dispose](),
  };
});

describeWithPostgres('migrations on PostgreSQL', (server) => {
  migrationsContract('PostgreSQL', async () => {
    const url = await server().createDatabase();
    const connect = () => {
      const pool = new pg.Pool({ Client: StoreClient, connectionString: url });
      return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
    };
    return { adapter: { kind: 'postgres', location: { url }, connect }, async [Symbol.asyncDispose]() {} };
  });
});
