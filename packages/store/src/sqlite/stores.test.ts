import { createSqlStores } from '../sql/stores.ts';
import { storesContract } from '../testing/contracts/stores.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openSqlite } from './open.ts';

storesContract('SQLite', async () => {
  const folder = await temporaryFolder();
  const database = await openSqlite({ file: `${folder.path}/signet.db` });
  return {
    adapter: createSqlStores(database),
    async [Symbol.asyncDispose]() {
      await database.close();
      await folder[Symbol.asyncDispose]();
    },
  };
});
