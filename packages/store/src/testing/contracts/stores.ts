import type { Stores } from '../../stores.ts';
import { accountStoreContract } from './account-store.ts';
import type { Open } from './opened.ts';
import { recordStoreContract } from './record-store.ts';
import { revocationLogContract } from './revocation-log.ts';
import { sessionStoreContract } from './session-store.ts';
import { signingKeyStoreContract } from './signing-key-store.ts';

/** The suites of all durable ports, against adapters over one state. */
export function storesContract(name: string, open: Open<Stores>): void {
  const only =
    <Port extends keyof Stores>(port: Port): Open<Stores[Port]> =>
    async () => {
      const opened = await open();
      return { adapter: opened.adapter[port], [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
    };
  accountStoreContract(name, only('accounts'));
  sessionStoreContract(name, open);
  revocationLogContract(name, only('revocations'));
  signingKeyStoreContract(name, only('signingKeys'));
  recordStoreContract(name, only('records'));
}
