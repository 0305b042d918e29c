import { describeWithPostgres } from '@signet/testing/suites';
import { createSqlStores } from '../sql/stores.ts';
import { storesContract } from '../testing/contracts/stores.ts';
import { openPostgres } from './open.ts';

describeWithPostgres('stores on PostgreSQL', (server) => {
  storesContract('PostgreSQL', async () => {
    const database = await openPostgres({ url: await server().createDatabase() });
    return { adapter: createSqlStores(database), [Symbol.asyncDispose]: () => database.close() };
  });
});
