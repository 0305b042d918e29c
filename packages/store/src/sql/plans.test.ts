import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPostgres } from '@signet/testing/suites';
import { openPostgres } from '../postgres/open.ts';
import { openSqlite } from '../sqlite/open.ts';
import { plansContract } from '../testing/contracts/plans.ts';

plansContract('SQLite', async () => {
  const folder = temporaryFolder();
  const database = await openSqlite({ file: `${folder.path}/signet.db` });
  return {
    adapter: database,
    async [Symbol.asyncDispose]() {
      await database.close();
      folder[Symbol.dispose]();
    },
  };
});

describeWithPostgres('plans on PostgreSQL', (server) => {
  plansContract('PostgreSQL', async () => {
    const database = await openPostgres({ url: await server().createDatabase() });
    return { adapter: database, [Symbol.asyncDispose]: () => database.close() };
  });
});
