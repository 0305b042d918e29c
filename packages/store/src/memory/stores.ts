import { createMemoryRecords } from '@signet/control/ports';
import {
  createMemoryAccounts,
  createMemoryClients,
  createMemoryProtocol,
  createMemoryRevocations,
  createMemorySigningKeys,
  MemorySessions,
} from '@signet/identity/ports';
import type { Stores } from '../stores.ts';

/** Every durable port without anything durable behind it: for tests and trials. */
export function createMemoryStores(): Stores {
  const revocations = createMemoryRevocations();
  const sessions = new MemorySessions(revocations);
  return {
    accounts: createMemoryAccounts(),
    clients: createMemoryClients(),
    sessions,
    families: sessions,
    revocations,
    signingKeys: createMemorySigningKeys(),
    protocol: createMemoryProtocol(),
    records: createMemoryRecords(),
  };
}
