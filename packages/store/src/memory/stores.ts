import type { Stores } from '../stores.ts';
import { createMemoryAccounts } from './accounts.ts';
import { createMemoryRecords } from './records.ts';
import { createMemoryRevocations } from './revocations.ts';
import { MemorySessions } from './sessions.ts';
import { createMemorySigningKeys } from './signing-keys.ts';

/** Every durable port without anything durable behind it: for tests and trials. */
export function createMemoryStores(): Stores {
  const revocations = createMemoryRevocations();
  return {
    accounts: createMemoryAccounts(),
    sessions: new MemorySessions(revocations),
    revocations,
    signingKeys: createMemorySigningKeys(),
    records: createMemoryRecords(),
  };
}
