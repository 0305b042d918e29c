import { describeWithPostgres } from '@signet/testing/suites';
import { createSqlStores } from '../sql/stores.ts';
import { storesContract } from '../testing/contracts/stores.ts';
import { MigratedDatabases } from '../testing/migrated-database.ts';
import { openPostgres } from './open.ts';

describeWithPostgres('stores on PostgreSQL', (server) => {
  const databases = new MigratedDatabases(server);
  storesContract('PostgreSQL', async () => {
    const database = await openPostgres({ url: await databases.create() });
    return { adapter: createSqlStores(database), [Symbol.asyncDispose]: () => database.close() };
  });
});
