import { durabilityContract } from '../testing/contracts/durability.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

durabilityContract('SQLite', async () => {
  const folder = await temporaryFolder();
  const location = { file: `${folder.path}/signet.db` };
  return { adapter: location, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
});
