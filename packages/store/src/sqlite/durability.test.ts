import { temporaryFolder } from '@signet/testing/machine';
import { durabilityContract } from '../testing/contracts/durability.ts';

durabilityContract('SQLite', async () => {
  const folder = temporaryFolder();
  const location = { file: `${folder.path}/signet.db` };
  return { adapter: location, [Symbol.asyncDispose]: async () => folder[Symbol.dispose]() };
});
