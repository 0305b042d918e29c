import { temporaryFolder } from '@signet/testing/machine';
import { createSqlStores } from '../sql/stores.ts';
import { storesContract } from '../testing/contracts/stores.ts';
import { openSqlite } from './open.ts';

storesContract('SQLite', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: `${folder.path}/signet.db` });
  return {
    adapter: createSqlStores(database),
    async [Symbol.asyncDispose]() {
      await database.close();
      folder[Symbol.dispose]();
    },
  };
});
